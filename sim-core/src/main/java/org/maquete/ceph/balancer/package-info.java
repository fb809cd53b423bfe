/**
 * Upmaps: what makes them valid, when they go, and which even out a pool.
 *
 * <p><b>In reality</b> CRUSH spreads groups as dice would: the fullest OSD, which ends a cluster's
 * growth, has a fifth to a half more than the mean. The OSD map can overrule CRUSH for single
 * groups ({@code pg_upmap_items}: this OSD instead of that one). The manager's module {@code
 * balancer} in mode upmap writes such entries, pool by pool, until no OSD has more than {@code
 * upmap_max_deviation} shards (5; most want 1) above or below what its weight asks for; {@code
 * osdmaptool --upmap} does the same offline. The monitors take entries away that the rule forbids
 * or that have lost their sense, whenever a map changes.
 *
 * <p><b>Modelled</b>: {@link org.maquete.ceph.balancer.UpmapCleanup}, the monitors' taking away;
 * {@link org.maquete.ceph.balancer.RuleDomains}, what Ceph verifies of a set and how it counts a
 * rule's weights; {@link org.maquete.ceph.balancer.UpmapBalancer}, with the real one's target: per
 * pool, shards by CRUSH weight times reweight. Which entries it writes is its own: on the recorded
 * maps it ends at least as even as osdmaptool 16.2.15, with fewer entries.
 *
 * <p><b>Simplified</b>: an OSD that is down counts with what it will have when it is up again; the
 * real one counts what is left without it, and moves groups to it. It gets none here.
 *
 * <p><b>Not modelled</b>: the modes crush-compat and read; balancing by bytes; {@code pg_upmap} of
 * whole sets is kept as it is and never written; the module's limit on misplaced objects, and its
 * schedule. It does not look for a way through a third OSD when no single move helps.
 *
 * <p><b>Sources</b>: doc/rados/operations/upmap and balancer of Ceph 16.2; answers of osdmaptool
 * 16.2.15 to the maps of {@code osdmaptool_upmap.py}.
 */
@NullMarked
package org.maquete.ceph.balancer;

import org.jspecify.annotations.NullMarked;
