package org.maquete.ceph.client;

import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.world.World;

/**
 * What the monitors say after they have done one thing. It is what they were going to say: but for
 * what exists only now, or not any more, the line gives the same words before and after.
 */
final class Said {

    private Said() {}

    static String of(Understood command, World world) {
        String pool = "pool '" + command.value("pool") + "'";
        return switch (command.prefix()) {
            case "osd pool create" -> pool + " created";
            case "osd purge" -> "purged osd." + command.value("id");
            case "osd crush add-bucket" ->
                    "added bucket "
                            + command.value("name")
                            + " type "
                            + command.value("type")
                            + " to crush map";
            default -> again(command, world);
        };
    }

    private static String again(Understood command, World world) {
        ClusterSnapshot now = CephClusterView.snapshot(world, 0);
        return Changes.of(command, now) instanceof Change.Ordered(var _, String said) ? said : "";
    }
}
