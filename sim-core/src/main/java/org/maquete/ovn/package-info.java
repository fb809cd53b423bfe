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
 * they serve: who leads which database, and where northd is active. The death of a server, of its
 * container or machine, and networks that part it from the others; the election of another leader
 * after the election timer while a majority is left, each database for itself; without one, nobody
 * leads and no northd is active, and the units that run say {@code Unit is ready} all the same, as
 * the charm does at 22.03. A certificate whose time is over, which the charm meets when it checks
 * its services.
 *
 * <p><b>Simplified</b>: Juju's leader creates both clusters and leads both at first; northd is
 * active on one of the other units, drawn (GUESS; so it is in the deployment guide's final status).
 * Who wins an election is drawn, northd's lock with it. The servers of a unit are part of one
 * service, {@code ovn-central}; each may be stopped by itself. The election takes as long as with
 * the default timer.
 *
 * <p><b>Not modelled</b>: the charm's actions, logical networks, packets: a later chapter.
 *
 * <p><b>Durations</b>: the election timer (4 s, and as much again by luck).
 *
 * <p><b>Sources</b>: charm-ovn-central {@code src/lib/charm/openstack/ovn_central.py} and
 * charm-layer-ovn {@code lib/charms/ovn_charm.py}, stable/22.03; the final status of the charm
 * deployment guide.
 */
@NullMarked
package org.maquete.ovn;

import org.jspecify.annotations.NullMarked;
