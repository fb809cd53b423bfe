/**
 * What a Ceph cluster says of itself: the texts and JSON of {@code ceph -s}, {@code health detail},
 * {@code osd tree}, {@code df}, {@code pg dump} and others, as 16.2.15 prints them.
 *
 * <p><b>In reality</b> the monitors keep the maps (of monitors, OSDs, managers), the manager
 * collects what OSDs report of their placement groups and their space, and both derive health
 * checks from that. Each query is answered from one moment's maps and reports.
 *
 * <p><b>Modelled</b>: {@link org.maquete.ceph.status.ClusterSnapshot} is such a moment, immutable;
 * {@link org.maquete.ceph.status.HealthChecks} derives the checks with the real codes, summaries
 * and details. Who makes the moment (a simulated cluster, or documents of a real one) does not
 * matter here.
 *
 * <p><b>Simplified</b>: the manager's table of placement groups is a hash table, and its order
 * shows in what it prints (which 51 of many groups {@code health detail} names, the order of states
 * in {@code pg stat}). Here the order is that of the {@link org.maquete.ceph.status.PgTable}, and
 * states stand from the rarest to the most frequent.
 *
 * <p><b>Not modelled</b>: CephFS, cache tiers, stretch mode, mutes, scrub errors, device health,
 * the telemetry and crash modules.
 *
 * <p><b>Sources</b>: recorded answers of real clusters of 16.2.15 in ten states; doc/rados of Ceph.
 */
@NullMarked
package org.maquete.ceph.status;

import org.jspecify.annotations.NullMarked;
