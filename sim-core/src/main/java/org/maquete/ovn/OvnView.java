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

    /** The service that all servers of a unit are part of. */
    public static final String SERVICE = "ovn-central";

    /** The server of the northbound database, by itself. */
    public static final String NORTHBOUND = "ovn-ovsdb-server-nb";

    /** The server of the southbound database, by itself. */
    public static final String SOUTHBOUND = "ovn-ovsdb-server-sb";

    /** northd, by itself. */
    public static final String NORTHD = "ovn-northd";

    private OvnView() {}

    /** The databases of an application. */
    public static Optional<OvnCluster> cluster(World world, String model, String application) {
        return world.table(CLUSTERS).find(model, application);
    }

    /** The units with a server of a database that sees a majority of all, in natural order. */
    public static List<Unit> electors(World world, OvnCluster cluster, String database) {
        int all = JujuView.units(world, cluster.model(), cluster.application()).size();
        List<Unit> running = running(world, cluster, database);
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

    /** The units on which one of the services runs, in natural order. */
    private static List<Unit> running(World world, OvnCluster cluster, String service) {
        List<Unit> running = new ArrayList<>();
        for (Unit unit : JujuView.units(world, cluster.model(), cluster.application())) {
            String host = JujuView.hostOf(world, unit);
            if (HostView.isRunning(world, host, SERVICE)
                    && !HostView.isStopped(world, host, service)) {
                running.add(unit);
            }
        }
        return running;
    }

    /** The units whose northd could be active: it runs and reaches the southbound database. */
    static List<Unit> northds(World world, OvnCluster cluster) {
        List<Unit> northds = running(world, cluster, NORTHD);
        List<Unit> southbounds = electors(world, cluster, SOUTHBOUND);
        northds.removeIf(unit -> !isLinked(world, unit, southbounds));
        return northds;
    }

    private static boolean isLinked(World world, Unit unit, List<Unit> others) {
        String host = JujuView.hostOf(world, unit);
        for (Unit other : others) {
            if (HostView.isLinked(world, host, JujuView.hostOf(world, other))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a majority of the southbound servers sees each other: chassis can read and write. */
    public static boolean hasQuorum(World world, OvnCluster cluster) {
        return !electors(world, cluster, SOUTHBOUND).isEmpty();
    }

    /**
     * Why what is written into the northbound database does not become flows; empty when it does.
     */
    public static Optional<Standstill> standstill(World world) {
        for (OvnCluster cluster : world.table(CLUSTERS)) {
            if (cluster.southbound().isEmpty() && !hasQuorum(world, cluster)) {
                return Optional.of(Standstill.NO_MAJORITY);
            }
            if (cluster.northd().isEmpty()) {
                return Optional.of(Standstill.NO_NORTHD);
            }
        }
        return Optional.empty();
    }

    /** What keeps changes from the chassis; what they have stays as it is. */
    public enum Standstill {
        /** Too few servers of the southbound database. */
        NO_MAJORITY,
        /** No northd is active. */
        NO_NORTHD
    }
}
