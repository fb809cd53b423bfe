/**
 * What moves if a cluster is changed: dumps in, two states, the difference out. Placement is meant
 * as Ceph means it, of groups on OSDs; the service of that name of OpenStack is {@code
 * org.maquete.placement}.
 *
 * <p><b>In reality</b> this is asked before each change and answered badly: {@code crushtool
 * --compare} counts inputs that are mapped otherwise, without pools; {@code osdmaptool --mark-out}
 * takes one OSD; {@code crushdiff} (from Quincy on) compares two maps that somebody else has to
 * make. Nobody makes the map with a host more, as ids of new buckets and of their parts by class
 * are hashed and only the monitor gives them.
 *
 * <p><b>Modelled</b>: {@link org.maquete.ceph.placement.Changes}, commands as the monitors carry
 * them out, ids and order of items included; equal to what a monitor 16.2.15 made of the recorded
 * commands. {@link org.maquete.ceph.placement.Comparison}: groups, shards, objects and bytes that
 * move; groups with too few OSDs or a broken failure domain; shards an OSD before and after; the
 * fullest OSD; {@code MAX AVAIL} as {@code ceph df} computes it. Both states are compared as they
 * are when all has moved: temporary sets are left out.
 *
 * <p><b>Simplified</b>: groups that split or merge hold equal parts; {@code ceph df} is spread
 * evenly over a pool's groups; a new OSD is empty and as large as its weight says; an OSD's
 * overhead stays as it is. {@code pgp_num} follows {@code pg_num} at once. A new OSD is up and in.
 *
 * <p><b>Not modelled</b>: how long it takes and in which order; changes of maps with choose_args,
 * and below uniform or tree buckets ({@code NotModelled}); new pools and profiles.
 *
 * <p><b>How to read it</b>: {@link org.maquete.ceph.placement.Placements} is the fast part, and
 * says why most groups need not be computed twice.
 *
 * <p><b>Sources</b>: doc/rados/operations of Ceph 16.2; what a monitor 16.2.15 answered to {@code
 * ceph_mon.py}; the words of crushdiff's summary.
 */
@NullMarked
package org.maquete.ceph.placement;

import org.jspecify.annotations.NullMarked;
