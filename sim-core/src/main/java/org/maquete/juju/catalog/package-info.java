/**
 * What a charm's metadata says, and the pure rules Juju derives from it.
 *
 * <p><b>In reality.</b> A charm is deployed by Juju (3.6 here) from Charmhub. Its {@code
 * metadata.yaml} names the endpoints through which it can be related, {@code config.yaml} its
 * options, {@code actions.yaml} its actions; its code sets the status messages that an operator
 * reads. {@code juju integrate a b} lets the controller <em>infer</em> which endpoints are meant;
 * {@code juju config} and {@code juju deploy --config} convert texts by the option's type.
 *
 * <p><b>Modelled.</b> 41 charms of the OpenStack and Kubernetes families, one YAML each ({@code
 * charms/NAME.yaml}), read when a charm is first asked for ({@link
 * org.maquete.juju.catalog.CharmCatalog}). Relation inference with every refusal of the controller
 * ({@link org.maquete.juju.catalog.RelationInference}); option values of {@code key=value} words
 * and of option files, with the YAML 1.1 scalars that Juju's reader knows, so that {@code yes} is a
 * boolean and {@code 2} is no float ({@link org.maquete.juju.catalog.OptionValues}); bases and
 * series, channels, charm references.
 *
 * <p><b>Simplified.</b> A charm has the endpoints and options of one revision, whatever channel is
 * deployed. Where Juju stops at the first bad option of a file, in the random order of a Go map,
 * all are returned, in the order of the file. Conditions of a charm's further states are prose.
 *
 * <p><b>Not modelled.</b> Cross-model relations and offers, resources, secrets behind options of
 * type secret, assumptions ({@code assumes:}), the output of {@code juju config APP} used as an
 * option file, and the exact text of go-yaml's syntax errors after {@code cannot parse settings
 * data: }. The parameter types of actions.
 *
 * <p><b>Sources.</b> Charm metadata at the commit that each file's {@code source:} names; juju 3.6
 * {@code state/state.go} (InferEndpoints, AddRelation), {@code cmd/juju/application/integrate.go},
 * {@code core/base}; juju/charm {@code config.go} and {@code channel.go}; juju/schema {@code
 * numeric.go}; gopkg.in/yaml.v2 {@code resolve.go}; the final {@code juju status --relations} of
 * the charm deployment guide (stable/yoga) for revisions, versions and ports. Values without a
 * source carry {@code # GUESS} in the YAML files. No durations are used here.
 */
@NullMarked
package org.maquete.juju.catalog;

import org.jspecify.annotations.NullMarked;
