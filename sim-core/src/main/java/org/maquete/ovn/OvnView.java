package org.maquete.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of OVN's databases: the truth, which the charm's status follows. */
public final class OvnView {

    /** Database clusters by model and application. */
    public static final TableKey<OvnCluster> CLUSTERS = TableKey.keyed("ovn.cluster");

    /** The name of databases and northd among the services of their host. */
    public static final String SERVICE = "ovn-central";

    private OvnView() {}

    /** The databases of an application. */
    public static Optional<OvnCluster> cluster(World world, String model, String application) {
        return world.table(CLUSTERS).find(model, application);
    }

    /** The units whose servers run and see a majority of all servers, in natural order. */
    public static List<Unit> electors(World world, OvnCluster cluster) {
        int all = JujuView.units(world, cluster.model(), cluster.application()).size();
        List<Unit> running = running(world, cluster);
        List<Unit> electors = new ArrayList<>();
        for (Unit unit : running) {
            String host = JujuView.hostOf(world, unit);
            int seen = 0;
            for (Unit other : running) {
                seen += HostView.isLinked(world, host, JujuView.hostOf(world, other)) ? 1 : 0;
            }
            if (seen > all / 2) {
                electors.add(unit);
            }
        }
        return electors;
    }

    /** The units whose servers run, in natural order. */
    public static List<Unit> running(World world, OvnCluster cluster) {
        List<Unit> running = new ArrayList<>();
        for (Unit unit : JujuView.units(world, cluster.model(), cluster.application())) {
            if (HostView.isRunning(world, JujuView.hostOf(world, unit), SERVICE)) {
                running.add(unit);
            }
        }
        return running;
    }

    /** Whether a majority of the servers sees each other, without which nothing can be written. */
    public static boolean hasQuorum(World world, OvnCluster cluster) {
        return !electors(world, cluster).isEmpty();
    }
}
