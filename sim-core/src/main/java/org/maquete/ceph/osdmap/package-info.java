/**
 * From an object's name to OSDs, as Ceph 16.2 and 17.2 compute it.
 *
 * <p><b>In reality</b> the OSD map holds the pools, the state of each OSD, and exceptions. An
 * object's name is hashed to a placement group of its pool; CRUSH gives the group's raw OSDs, from
 * which those that do not exist fall out; upmaps replace some; OSDs that are down fall out, of a
 * replicated pool with the others moving up, of an erasure-coded one leaving a hole; primary
 * affinity may choose another primary: that is the up set. Temporary sets, which stand while data
 * move, replace it: that is the acting set, which serves. {@code osdmaptool} prints all of these.
 *
 * <p><b>Modelled</b>, equal in every row to what two real clusters of three and twelve OSDs report
 * in eleven states and, on fresh random maps at each run of {@code .ci/run}, to {@code osdmaptool
 * --test-map-pgs-dump-all} with its table: the whole pipeline; numbers of groups that are no power
 * of two, {@code pgp_num} below {@code pg_num}, pools without {@code hashpspool}, erasure-coded
 * pools, rules that do not fit their pool, both object hashes, namespaces and locator keys. Reader
 * and writer of the parts of {@code ceph osd dump --format json} that decide. A pool of many groups
 * is mapped at once, by {@link org.maquete.ceph.crush.CrushSweep}.
 *
 * <p><b>Simplified</b>: an OSD that the dump does not list counts as out; the real map remembers a
 * weight for it that no dump tells.
 *
 * <p><b>Not modelled</b>: stretch mode, cache tiers' redirection, the binary form.
 *
 * <p><b>Sources</b>: doc/rados and doc/dev/osd_internals of Ceph 16.2; answers of osdmaptool
 * 16.2.15 and of real clusters.
 */
@NullMarked
package org.maquete.ceph.osdmap;

import org.jspecify.annotations.NullMarked;
