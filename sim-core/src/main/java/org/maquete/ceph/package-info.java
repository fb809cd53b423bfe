/**
 * Ceph Quincy (17.2) as the charms {@code ceph-mon} and {@code ceph-osd} run it.
 *
 * <p><b>In reality</b> monitors agree by Paxos on maps of the cluster; an OSD owns one disk and
 * joins the OSD map. The charm of the OSDs turns each disk named in {@code osd-devices} into one,
 * if the disk is there, not in use by the system, and has never been written to; one that has
 * blocks all disks of the unit. The charm of the monitors serves clients only once enough OSDs have
 * come.
 *
 * <p><b>Modelled</b>: the OSD map with up and in; the charms' checks and texts; disks against the
 * true inventory of the machine; monitors without a majority.
 *
 * <p><b>Simplified</b>: an OSD is up as soon as the hook that made it ends. Numbers of OSDs are not
 * given out again.
 *
 * <p><b>Not modelled</b>: placement groups in time, pools, recovery, OSDs that fail, the {@code
 * ceph} client, encryption, the charms' actions: a later chapter. Where data go is computed by
 * {@link org.maquete.ceph.crush} and {@link org.maquete.ceph.osdmap}.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-ceph-mon {@code src/ceph_status.py} and charm-ceph-osd {@code
 * hooks/ceph_hooks.py}, stable/quincy.2.
 */
@NullMarked
package org.maquete.ceph;

import org.jspecify.annotations.NullMarked;
