package org.maquete.mysql;

import org.maquete.juju.JujuView;
import org.maquete.juju.Relation;
import org.maquete.juju.StatusStale;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** The units that say something else at their next update-status when the cluster has changed. */
final class Onlookers {

    private Onlookers() {}

    /** The members and the routers in front of them, those whose host runs. */
    static void look(Cluster cluster, World world, Outcome out) {
        String application = cluster.application();
        stale(cluster.model(), application, world, out);
        for (Relation one : JujuView.relations(world, cluster.model(), application)) {
            if (!one.peer() && one.endpointOf(application).equals("db-router")) {
                stale(cluster.model(), one.other(application), world, out);
            }
        }
    }

    private static void stale(String model, String application, World world, Outcome out) {
        for (Unit unit : JujuView.units(world, model, application)) {
            if (!UnitHost.isDown(world, unit)) {
                out.command(new StatusStale(model, unit.name()));
            }
        }
    }
}
