package org.maquete.ovn;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.host.StartService;
import org.maquete.juju.JujuView;
import org.maquete.juju.Onlookers;
import org.maquete.juju.StatusStale;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.UnitRemoved;
import org.maquete.kernel.Draws;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.vault.CertificateExpired;
import org.maquete.vault.CertificateIssued;
import org.maquete.world.World;

/**
 * Who leads the databases. A leader that dies is replaced after the election timer, if a majority
 * of the servers is left; without one the leader steps down, and northd loses its lock.
 */
final class RaftHandler {

    private RaftHandler() {}

    static void form(FormCluster command, World world, Outcome out) {
        if (OvnView.cluster(world, command.model(), command.application()).isEmpty()) {
            out.fact(
                    new ClusterFormed(
                            command.model(),
                            command.application(),
                            command.leader(),
                            command.northd()));
        }
    }

    static void start(StartServer command, World world, Outcome out) {
        JujuView.unit(world, command.model(), command.unit())
                .flatMap(unit -> UnitHost.of(world, unit))
                .ifPresent(host -> out.command(new StartService(host, OvnView.SERVICE)));
    }

    static void hostDied(HostDied fact, World world, Outcome out) {
        check(fact.name(), world, out);
    }

    static void serviceDied(ServiceDied fact, World world, Outcome out) {
        if (isOurs(fact.service())) {
            check(fact.host(), world, out);
        }
    }

    static void serviceStarted(ServiceStarted fact, World world, Outcome out) {
        if (isOurs(fact.service())) {
            check(fact.host(), world, out);
        }
    }

    private static boolean isOurs(String service) {
        return service.equals(OvnView.SERVICE)
                || service.equals(OvnView.NORTHBOUND)
                || service.equals(OvnView.SOUTHBOUND)
                || service.equals(OvnView.NORTHD);
    }

    static void networkLost(NetworkLost fact, World world, Outcome out) {
        checkAll(world, out);
    }

    static void networkReturned(NetworkReturned fact, World world, Outcome out) {
        checkAll(world, out);
    }

    private static void checkAll(World world, Outcome out) {
        for (OvnCluster cluster : world.table(OvnView.CLUSTERS)) {
            check(cluster, world, out);
        }
    }

    static void unitRemoved(UnitRemoved fact, World world, Outcome out) {
        String application = fact.unit().substring(0, fact.unit().indexOf('/'));
        OvnView.cluster(world, fact.model(), application)
                .ifPresent(cluster -> check(cluster, world, out));
    }

    /** The charm checks its services over TLS. */
    static void certificateExpired(CertificateExpired fact, World world, Outcome out) {
        look(fact.model(), fact.unit(), world, out);
    }

    static void certificateIssued(CertificateIssued fact, World world, Outcome out) {
        look(fact.model(), fact.unit(), world, out);
    }

    private static void look(String model, String unit, World world, Outcome out) {
        String application = unit.substring(0, unit.indexOf('/'));
        if (OvnView.cluster(world, model, application).isPresent()) {
            out.command(new StatusStale(model, unit));
        }
    }

    private static void check(String host, World world, Outcome out) {
        for (OvnCluster cluster : world.table(OvnView.CLUSTERS)) {
            for (Unit unit : JujuView.units(world, cluster.model(), cluster.application())) {
                if (JujuView.hostOf(world, unit).equals(host)) {
                    check(cluster, world, out);
                    return;
                }
            }
        }
    }

    /** Who holds a role and may not, and whether an election is due. */
    private static void check(OvnCluster cluster, World world, Outcome out) {
        List<Unit> northbounds = OvnView.electors(world, cluster, OvnView.NORTHBOUND);
        List<Unit> southbounds = OvnView.electors(world, cluster, OvnView.SOUTHBOUND);
        List<Unit> northds = OvnView.northds(world, cluster);
        String northbound = kept(cluster.northbound(), northbounds);
        String southbound = kept(cluster.southbound(), southbounds);
        String northd = southbound.isEmpty() ? "" : kept(cluster.northd(), northds);
        boolean electable =
                northbound.isEmpty() && !northbounds.isEmpty()
                        || southbound.isEmpty() && !southbounds.isEmpty()
                        || northd.isEmpty() && !northds.isEmpty();
        boolean vacant = northbound.isEmpty() || southbound.isEmpty() || northd.isEmpty();
        boolean same =
                northbound.equals(cluster.northbound())
                        && southbound.equals(cluster.southbound())
                        && northd.equals(cluster.northd());
        boolean pending = !cluster.election().equals(EventId.NONE);
        if (vacant && (!same || electable != pending)) {
            out.cancel(cluster.election());
            EventId election = EventId.NONE;
            long dueNs = 0;
            if (electable) {
                long delayNs = out.draw(OvnSubsystem.ELECTION, cluster.key(), out.now());
                dueNs = out.now() + delayNs;
                election =
                        out.schedule(
                                delayNs, new ElectionDue(cluster.model(), cluster.application()));
            }
            out.fact(
                    new LeadershipLost(
                            cluster.model(),
                            cluster.application(),
                            northbound,
                            southbound,
                            northd,
                            dueNs,
                            election));
        }
        Onlookers.of(world, out, cluster.model(), cluster.application());
    }

    private static String kept(String unit, List<Unit> electors) {
        for (Unit one : electors) {
            if (one.name().equals(unit)) {
                return unit;
            }
        }
        return "";
    }

    static void electionDue(ElectionDue event, World world, Outcome out) {
        Optional<OvnCluster> found = OvnView.cluster(world, event.model(), event.application());
        if (found.isEmpty()) {
            return;
        }
        OvnCluster cluster = found.get();
        Draws draws = out.draws(cluster.key(), "election", out.now());
        List<Unit> northbounds = OvnView.electors(world, cluster, OvnView.NORTHBOUND);
        List<Unit> southbounds = OvnView.electors(world, cluster, OvnView.SOUTHBOUND);
        out.fact(
                new LeadersElected(
                        cluster.model(),
                        cluster.application(),
                        elected(cluster.northbound(), northbounds, draws),
                        elected(cluster.southbound(), southbounds, draws),
                        elected(cluster.northd(), OvnView.northds(world, cluster), draws)));
        Onlookers.of(world, out, cluster.model(), cluster.application());
    }

    private static String elected(String holder, List<Unit> running, Draws draws) {
        return holder.isEmpty() && !running.isEmpty()
                ? running.get(draws.below(running.size())).name()
                : holder;
    }
}
