package org.maquete.ceph;

import java.util.List;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of the disks that the charm turned into OSDs. */
public final class CephView {

    /** OSDs by host and device. */
    public static final TableKey<Osd> OSDS = TableKey.keyed("ceph.osd");

    private CephView() {}

    /** All OSDs in the order in which they were made. */
    public static List<Osd> osds(World world) {
        return world.table(OSDS).stream().toList();
    }

    /** The OSDs of a host. */
    public static List<Osd> osds(World world, String host) {
        return world.table(OSDS).where(osd -> osd.host().equals(host));
    }

    /** Whether writes to a pool are carried out now; a client that is not served waits. */
    public static boolean canWrite(World world, String pool) {
        return CephClusterView.isFounded(world)
                && CephClusterView.hasQuorum(world)
                && !CephClusterView.isBlocked(world, pool);
    }
}
