package org.maquete.mysql;

import java.util.List;
import org.maquete.host.DiskFilled;
import org.maquete.host.HostDied;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.juju.Charm;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** The database of the cloud: its cluster and its two charms. */
public final class MysqlSubsystem implements Subsystem {

    /** From the start of a server to its taking part again. */
    static final Span REJOIN =
            Span.seconds("mysql.rejoin", 10, 30, "GUESS: start of mysqld and distributed recovery");

    private final CharmCatalog catalog;

    /** Takes the charms' metadata from this catalogue. */
    public MysqlSubsystem(CharmCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return "mysql";
    }

    /** The charms that have a class here; Juju runs them. */
    public List<Charm> charms() {
        return List.of(
                new MysqlInnodbClusterCharm(catalog.find("mysql-innodb-cluster").orElseThrow()),
                new MysqlRouterCharm(catalog.find("mysql-router").orElseThrow()));
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(MysqlView.CLUSTERS, MysqlView.MEMBERS);
        registry.spans(List.of(REJOIN));
        registry.command(AddMembers.class, MysqlHandler::add);
        registry.command(StopMember.class, MysqlHandler::stop);
        registry.command(RebootCluster.class, MysqlHandler::reboot);
        registry.command(RejoinMember.class, MysqlHandler::rejoin);
        registry.command(RemoveMember.class, MysqlHandler::remove);
        registry.command(SetClusterOption.class, MysqlHandler::setOption);
        registry.event(ExpulsionDue.class, MysqlHandler::expulsionDue);
        registry.event(RejoinDue.class, MysqlHandler::rejoinDue);
        facts(registry);
        registry.react(DiskFilled.class, Servers::diskFilled);
        registry.react(HostDied.class, Servers::hostDied);
        registry.react(ServiceDied.class, Servers::stopped);
        registry.react(ServiceStarted.class, Servers::started);
        registry.react(NetworkLost.class, Links::lost);
        registry.react(NetworkReturned.class, Links::returned);
        registry.resume(MysqlSubsystem::resume);
        charms().forEach(registry::contribute);
    }

    private static void facts(Registry registry) {
        registry.fact(ClusterCreated.class, MysqlFolds::created);
        registry.fact(ClusterStopped.class, MysqlFolds::stopped);
        registry.fact(ClusterRebooted.class, MysqlFolds::rebooted);
        registry.fact(ClusterResumed.class, MysqlFolds::resumed);
        registry.fact(ClusterOptionSet.class, MysqlFolds::optionSet);
        registry.fact(PrimaryElected.class, MysqlFolds::elected);
        registry.fact(MemberAdded.class, MysqlFolds::added);
        registry.fact(MemberLeft.class, MysqlFolds::left);
        registry.fact(MemberSuspected.class, MysqlFolds::suspected);
        registry.fact(MemberExpelled.class, MysqlFolds::expelled);
        registry.fact(ExpulsionRefused.class, MysqlFolds::expulsionRefused);
        registry.fact(RejoinPlanned.class, MysqlFolds::rejoinPlanned);
        registry.fact(RejoinFailed.class, MysqlFolds::rejoinFailed);
        registry.fact(MemberJoined.class, MysqlFolds::joined);
        registry.fact(MemberRemoved.class, MysqlFolds::removed);
    }

    /** A silent member is about to be expelled, unless its server runs and asks to be let in. */
    private static void resume(World world, Outcome out) {
        for (Member member : world.table(MysqlView.MEMBERS)) {
            if (member.dueNs() == 0) {
                continue;
            }
            long leftNs = Math.max(0, member.dueNs() - out.now());
            String model = member.model();
            String unit = member.unit();
            long dueNs = out.now() + leftNs;
            if (MysqlHandler.runs(member, world) && Links.reaches(member, world)) {
                EventId due = out.schedule(leftNs, new RejoinDue(model, unit));
                out.fact(new RejoinPlanned(model, unit, dueNs, due));
            } else {
                EventId due = out.schedule(leftNs, new ExpulsionDue(model, unit));
                out.fact(new MemberSuspected(model, unit, member.transactions(), dueNs, due));
            }
        }
    }
}
