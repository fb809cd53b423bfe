/**
 * Bundles: several applications, their machines and relations in one YAML text, deployed by {@code
 * juju deploy ./bundle.yaml}.
 *
 * <p><b>In reality.</b> A bundle is read, merged with its overlays and verified by the client of
 * Juju 3.6, with no help of the controller and without a look at the charms. What then is left to
 * do is a list of changes, each of which is one call to the controller.
 *
 * <p><b>Reading.</b> Documents after the first, in the file or by {@code --overlay}, are laid over
 * it ({@code Overlays}); {@code include-file://} and {@code include-base64://} are replaced. The
 * values are Go's: merge keys and anchors, {@code yes} is true, a value of another kind leaves its
 * field empty. Unknown keys and such values are read over by Juju; here they are notes, each with
 * its place. Everything keeps the order of the file, where Juju's maps have none.
 *
 * <p><b>Old forms.</b> {@code services:} is an unknown key since Juju 3, so such a bundle has no
 * applications; {@code cs:} is no schema; of a nested list in a relation the inner list is left
 * out. All three are refused in the words of 3.6.
 *
 * <p><b>Verification.</b> All 60 messages of juju/charm bundledata.go ({@code BundleVerifier},
 * {@code ApplicationChecks}, {@code RelationChecks}). Those about options, bindings, subordinates
 * and endpoints need charms; {@code juju deploy} prints none of them and fails later, in the middle
 * of the deployment: that is what a check before it is for.
 *
 * <p><b>Not modelled.</b> Bundles from Charmhub, bundle archives and folders, charms beside the
 * bundle, Kubernetes models, offers and SAAS (read and verified, but not carried out), the texts of
 * go-yaml for broken YAML.
 *
 * <p><b>Sources.</b> juju/charm at f5d79a50fd (bundledata.go, bundledatasrc.go, overlay.go, url.go,
 * offerurl.go, base.go), juju 3.6 {@code cmd/juju/application/bundle}, {@code core/constraints},
 * {@code storage/constraints.go}, {@code core/devices}. No durations are used here.
 */
@NullMarked
package org.maquete.juju.bundle;

import org.jspecify.annotations.NullMarked;
