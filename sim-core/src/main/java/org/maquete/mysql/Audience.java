package org.maquete.mysql;

import org.maquete.juju.JujuView;
import org.maquete.juju.Onlookers;
import org.maquete.juju.Relation;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** The units that say something else when the cluster has changed. */
final class Audience {

    private Audience() {}

    /** The members and the routers in front of them look again. */
    static void look(Cluster cluster, World world, Outcome out) {
        String application = cluster.application();
        Onlookers.of(world, out, cluster.model(), application);
        for (Relation one : JujuView.relations(world, cluster.model(), application)) {
            if (!one.peer() && one.endpointOf(application).equals("db-router")) {
                Onlookers.of(world, out, cluster.model(), one.other(application));
            }
        }
    }
}
