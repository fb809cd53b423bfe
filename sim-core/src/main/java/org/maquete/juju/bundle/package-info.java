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
 * field empty. Unknown keys and such values are read over by Juju, which says so in a dry run only;
 * here they are notes, each with its place, and a finding. Everything keeps the order of the file,
 * where Juju's maps have none.
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
 * <p><b>Changes.</b> {@code BundlePlanner} compares the bundle with the model: charms,
 * applications, exposure, machines, relations, units, each text as Juju prints it, each after what
 * it needs. A placement is {@code new}, {@code lxd:new}, a machine of the bundle, {@code lxd:0}, an
 * application (its units in turn) or a unit; further units go where the last item says if it may
 * stand for several places, else on new machines. The ids in the texts are what Juju expects the
 * controller to give. What is in the model already is not added again; {@code --map-machines} and
 * units that are there tell which machines are meant.
 *
 * <p><b>Deployment.</b> {@code BundleDeployer} asks {@link org.maquete.juju} for one change after
 * the other and stops at the first refusal; what was made before stays, and a second attempt goes
 * on from there. Two endpoints that are related already are no error.
 *
 * <p><b>Export.</b> {@code BundleExport} makes a bundle of a model; deployed again, it makes the
 * same model but for the numbers of containers and relations.
 *
 * <p><b>Simplified.</b> The calls take no time; both outputs come at the end. A revision is told
 * but the catalogue's is deployed. A bundle without channel or base fits any in the model. The
 * channel of a charm that names none is told as the catalogue has it (GUESS). Annotations are told
 * and forgotten, so a second deployment does not tell them again; bindings only add constraints to
 * the machines.
 *
 * <p><b>Not modelled.</b> Bundles from Charmhub, bundle archives and folders, charms beside the
 * bundle, Kubernetes models, offers and SAAS (read and verified, but not carried out), another
 * charm, channel or other constraints for an application that is there, storage, devices,
 * resources, plans, the texts of go-yaml for broken YAML.
 *
 * <p><b>Sources.</b> juju/charm at f5d79a50fd (bundledata.go, bundledatasrc.go, overlay.go, url.go,
 * offerurl.go, base.go), juju 3.6 {@code cmd/juju/application/bundle}, {@code
 * cmd/juju/application/deployer}, {@code core/bundle/changes}, {@code core/constraints}, {@code
 * storage/constraints.go}, {@code core/devices}. No durations are used here.
 */
@NullMarked
package org.maquete.juju.bundle;

import org.jspecify.annotations.NullMarked;
