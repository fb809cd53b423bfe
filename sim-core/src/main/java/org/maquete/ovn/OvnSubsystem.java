package org.maquete.ovn;

import java.util.List;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Charm;
import org.maquete.juju.UnitRemoved;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.vault.CertificateExpired;
import org.maquete.vault.CertificateIssued;
import org.maquete.world.Edits;
import org.maquete.world.World;

/** The network's databases and the charm of ovn-central. Its neighbours need no class. */
public final class OvnSubsystem implements Subsystem {

    /** From the silence of a leader to the next one. */
    // <4 s and up to as much again>: charm option ovsdb-server-election-timer; OVS raft.c
    static final Span ELECTION =
            Span.seconds(
                    "ovn.election", 4, 8, "charm-ovn-central, ovsdb-server-election-timer: 4 s");

    private final CharmCatalog catalog;

    /** Takes the charm's metadata from this catalogue. */
    public OvnSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "ovn";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(new OvnCentralCharm(catalog.find("ovn-central").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(OvnView.CLUSTERS);
        registry.spans(List.of(ELECTION));
        registry.command(FormCluster.class, RaftHandler::form);
        registry.command(StartServer.class, RaftHandler::start);
        registry.event(ElectionDue.class, RaftHandler::electionDue);
        registry.fact(ClusterFormed.class, (fact, _, edits) -> formed(fact, edits));
        registry.fact(LeadershipLost.class, (fact, _, edits) -> lost(fact, edits));
        registry.fact(LeadersElected.class, (fact, _, edits) -> elected(fact, edits));
        registry.react(HostDied.class, RaftHandler::hostDied);
        registry.react(ServiceDied.class, RaftHandler::serviceDied);
        registry.react(ServiceStarted.class, RaftHandler::serviceStarted);
        registry.react(NetworkLost.class, RaftHandler::networkLost);
        registry.react(NetworkReturned.class, RaftHandler::networkReturned);
        registry.react(UnitRemoved.class, RaftHandler::unitRemoved);
        registry.react(CertificateExpired.class, RaftHandler::certificateExpired);
        registry.react(CertificateIssued.class, RaftHandler::certificateIssued);
        registry.resume(OvnSubsystem::resume);
        charms().forEach(registry::contribute);
    }

    private static void formed(ClusterFormed fact, Edits edits) {
        int id = edits.world().table(OvnView.CLUSTERS).nextId();
        edits.insert(
                OvnView.CLUSTERS,
                new OvnCluster(
                        id,
                        fact.model(),
                        fact.application(),
                        fact.leader(),
                        fact.leader(),
                        fact.northd(),
                        0,
                        EventId.NONE));
    }

    private static void lost(LeadershipLost fact, Edits edits) {
        edits.change(
                OvnView.CLUSTERS,
                fact.model() + " " + fact.application(),
                old ->
                        old.led(
                                fact.northbound(),
                                fact.southbound(),
                                fact.northd(),
                                fact.dueNs(),
                                fact.election()));
    }

    private static void elected(LeadersElected fact, Edits edits) {
        edits.change(
                OvnView.CLUSTERS,
                fact.model() + " " + fact.application(),
                old ->
                        old.led(
                                fact.northbound(),
                                fact.southbound(),
                                fact.northd(),
                                0,
                                EventId.NONE));
    }

    private static void resume(World world, Outcome out) {
        for (OvnCluster cluster : world.table(OvnView.CLUSTERS)) {
            if (cluster.dueNs() > 0) {
                long leftNs = Math.max(0, cluster.dueNs() - out.now());
                EventId election =
                        out.schedule(
                                leftNs, new ElectionDue(cluster.model(), cluster.application()));
                out.fact(
                        new LeadershipLost(
                                cluster.model(),
                                cluster.application(),
                                cluster.northbound(),
                                cluster.southbound(),
                                cluster.northd(),
                                out.now() + leftNs,
                                election));
            }
        }
    }
}
