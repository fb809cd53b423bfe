/**
 * A Ceph cluster in time (Quincy 17.2; what was measured is 16.2.15): monitors, the OSD map, and
 * what placement groups make of its changes.
 *
 * <p><b>In reality</b> a majority of monitors agrees on maps; every change is a new epoch. OSDs
 * tell of each other, because a dead one cannot. With each epoch the OSDs of a group compute who is
 * to serve it, look for what happened in the past (peering), serve, and copy what is missing. The
 * manager collects what groups tell of themselves, every few seconds, and calls one stale whose
 * teller is down.
 *
 * <p><b>Truth and belief</b>: {@link org.maquete.ceph.cluster.Detection} compares what is so
 * (process, host, network: rows of {@code host}, and {@code hung}) with what the map says, and
 * plans when the monitors will learn it. A clean stop is told by the OSD itself, a dead process by
 * the first that is refused, silence after its grace by OSDs of two other hosts; so of three hosts
 * the second that loses power stays up in the map for ten to fifteen minutes.
 *
 * <p><b>Modelled</b>: quorum and elections, flags, up and in, marking out by time with its ratio
 * and its subtree limit, CRUSH trees as the monitors make them (ids too), pools with copies or
 * erasure code and their limits, peering, {@code down}, {@code incomplete}, undersized, degraded,
 * remapped, recovery by log and backfill with reservations, misplaced and degraded counts, ratios
 * of fullness, writes that wait, splitting of groups, the autoscaler upwards.
 *
 * <p><b>Rows</b>: a group has a row only while it is not simply clean where the map wants it: in a
 * cluster where nothing fails there is none, and no event. Objects are counts by group, of batches
 * that a client wrote. {@link org.maquete.ceph.cluster.CephClusterView#snapshot} puts all together.
 *
 * <p><b>Simplified</b>: one cluster in a world; all OSDs watch all others; each map change is one
 * epoch, without those that only confirm an interval; the acting set is chosen at the end of
 * peering, without an interval of its own for pg_temp; groups of one change agree at one instant.
 * While a monitor of the quorum is dead and not yet missed no map changes. A write that would wait
 * is refused with the code {@code blocked}, a command without quorum with {@code no quorum}: the
 * real client hangs. A batch of objects has one length; overhead of the store is 0. All pools use
 * the root {@code default}.
 *
 * <p>The cluster says that it is 17.2.7, as the charms of Yoga install it; the forms of all answers
 * are those of 16.2.15.
 *
 * <p><b>Not modelled</b>: the addresses of OSDs, which {@code osd dump} leaves out, scrubbing,
 * snapshots, client throughput and slow requests, laggy groups and read leases, merging of groups,
 * choose_args and the balancer, CephFS and gateways, clock skew between monitors, two networks,
 * disks that die alone, deletion of single objects.
 *
 * <p><b>Durations</b>: {@code ceph-cluster.*}, seen on a real cluster of three OSDs or from the
 * options of 16.2; what a GiB takes to copy is a GUESS.
 *
 * <p><b>Sources</b>: recorded timelines of 16.2.15 (three hosts; power loss, kill, clean stop, full
 * disks, monitors), doc/rados of Ceph, answers of the real client.
 */
@NullMarked
package org.maquete.ceph.cluster;

import org.jspecify.annotations.NullMarked;
