package org.maquete.ceph;

import java.util.List;
import java.util.Optional;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.juju.Application;
import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
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

    /**
     * The pool in which the charm of an application keeps block devices: the option, or the name of
     * the application. Empty while the monitors have not heard of it.
     */
    public static Optional<String> blockPool(World world, Application client) {
        String option = client.charm().equals("nova-compute") ? "rbd-pool" : "rbd-pool-name";
        for (Relation relation : JujuView.relations(world, client.model(), client.name())) {
            String other = relation.other(client.name());
            boolean isCeph =
                    JujuView.application(world, client.model(), other)
                            .filter(a -> a.charm().equals(CephMonCharm.NAME))
                            .isPresent();
            if (isCeph) {
                String named = JujuView.config(world, client, option);
                return Optional.of(named.isEmpty() ? client.name() : named);
            }
        }
        return Optional.empty();
    }

    /** Whether writes to a pool are carried out now; a client that is not served waits. */
    public static boolean canWrite(World world, String pool) {
        return CephClusterView.isFounded(world)
                && CephClusterView.hasQuorum(world)
                && !CephClusterView.isBlocked(world, pool);
    }
}
