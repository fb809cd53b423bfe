/**
 * Ceph Quincy (17.2) as the charms {@code ceph-mon} and {@code ceph-osd} run it.
 *
 * <p><b>In reality</b> monitors agree by Paxos on maps of the cluster; an OSD owns one disk and
 * joins the OSD map. The charm of the OSDs turns each disk named in {@code osd-devices} into one,
 * if the disk is there, not in use by the system, and has never been written to; one that has
 * blocks all disks of the unit. The charm of the monitors serves clients only once enough OSDs have
 * come.
 *
 * <p><b>Modelled</b>: the charms' checks and texts; disks against the true inventory of the
 * machine; monitors without a majority. Each unit of ceph-mon becomes a monitor with the name of
 * its host, each usable disk an OSD: what they do then is in {@link org.maquete.ceph.cluster}, what
 * they say in {@link org.maquete.ceph.status}, the command in {@link org.maquete.ceph.client}. The
 * leader makes the pools that the charms of clients ask for, with the numbers of groups of
 * charmhelpers. The actions of ceph-mon that ask for health, pools, profiles, rules and space, that
 * make, delete, read and set pools, set flags and purge OSDs; {@code osd-out}, {@code osd-in},
 * {@code list-disks}, {@code zap-disk} and {@code add-disk} of ceph-osd. A client whose pool does
 * not carry out writes waits, and hears when it does: {@link org.maquete.ceph.PoolServed}.
 *
 * <p><b>Simplified</b>: the charms look at disks and hosts, not at the maps of the cluster; all
 * disks are of the device class ssd (GUESS: the inventory does not tell). Pools are made as soon as
 * a client is related and enough OSDs have come; in reality once the client has sent its request.
 *
 * <p><b>Not modelled</b>: encryption, the charms' other actions (the blacklist, {@code
 * remove-disk}; erasure profiles and pools, snapshots, users), what an action prints beside its
 * results, the pool {@code .rgw.root} that the gateway makes by itself, requests to the gateway (a
 * blocked pool holds up none), erasure-coded pools of clients. Where data go is computed by {@link
 * org.maquete.ceph.crush} and {@link org.maquete.ceph.osdmap}.
 *
 * <p><b>Durations</b>: none of its own.
 *
 * <p><b>Sources</b>: charm-ceph-mon {@code src/ceph_status.py} and charm-ceph-osd {@code
 * hooks/ceph_hooks.py}, stable/quincy.2; the files below {@code actions} of both.
 */
@NullMarked
package org.maquete.ceph;

import org.jspecify.annotations.NullMarked;
