/**
 * The {@code ceph} command of 16.2.15 on the machines of the monitors.
 *
 * <p><b>In reality</b> the client is a small Python program. It asks a monitor for the table of all
 * commands (584 of them), finds the one that the words on the line fit, or those that they nearly
 * fit, and sends it as JSON. The monitors answer; so do the managers for {@code pg}, {@code df} and
 * others. What was done is told on standard error, so that standard output is for data.
 *
 * <p><b>Modelled</b>: the real table and the way words are matched against it, with the client's
 * complaints ({@code Invalid command}, {@code no valid command found; 10 closest matches}); the
 * questions of {@link org.maquete.ceph.status.Query}; what people change: OSDs out and in, flags,
 * reweights, pools, ratios, buckets, with the words of the real monitors, also when they refuse.
 * Without a majority of the monitors the client gives up.
 *
 * <p><b>Simplified</b>: the client gives up at once; the real one after 300 s. Pools are not
 * deleted: the monitors do not allow it unless {@code mon_allow_pool_delete} is set, which only the
 * charm's action {@code delete-pool} does here. {@link org.maquete.ceph.client.CephLine} is for
 * scripts of the charms.
 *
 * <p><b>Not modelled</b>: {@code ceph tell} and {@code ceph daemon}, watching ({@code -w}), the
 * interactive mode, clients on machines without a monitor, all other commands of the table.
 *
 * <p><b>Durations</b>: none; an answer of the real client takes 0.2 to 0.25 s.
 *
 * <p><b>Sources</b>: the table as a monitor of 16.2.15 gives it; answers of real clusters to about
 * 200 lines; the behaviour of python3-ceph-argparse 16.2.15 on 100 more.
 */
@NullMarked
package org.maquete.ceph.client;

import org.jspecify.annotations.NullMarked;
