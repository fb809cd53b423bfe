/**
 * OVN 22.03 as charms {@code ovn-central}, {@code ovn-chassis} and {@code neutron-api-plugin-ovn}
 * run it.
 *
 * <p><b>In reality</b> {@code ovn-central} holds the northbound and the southbound database, each a
 * RAFT cluster of its units, and northd, which compiles the one into the other and is active on one
 * unit at a time. Every chassis connects to the southbound database. All of them speak TLS and wait
 * for certificates.
 *
 * <p><b>Modelled</b>: what {@code ovn-central} waits for, in its words, and what its units say when
 * they serve.
 *
 * <p><b>Simplified</b>: Juju's leader creates both clusters and leads both for good; northd is
 * active on one of the other units, drawn (GUESS; so it is in the deployment guide's final status).
 *
 * <p><b>Not modelled</b>: elections after a failure, logical networks, packets: a later chapter.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-ovn-central {@code src/lib/charm/openstack/ovn_central.py} and
 * charm-layer-ovn {@code lib/charms/ovn_charm.py}, stable/22.03; the final status of the charm
 * deployment guide.
 */
@NullMarked
package org.maquete.ovn;

import org.jspecify.annotations.NullMarked;
