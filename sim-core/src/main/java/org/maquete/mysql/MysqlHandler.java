package org.maquete.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.SimTime;
import org.maquete.world.World;

/**
 * Group Replication: who takes part, who takes writes, and when nobody can.
 *
 * <p>A server that stops in good order says goodbye, and the majority is counted without it. One
 * that falls silent is suspected and expelled only if a majority agrees, so that the power cut of
 * two members out of three leaves the third without a say. A server that starts asks to be let in;
 * when nobody can let it in, a person has to reboot the cluster from the member that has executed
 * most.
 */
final class MysqlHandler {

    static final String EXPEL_OPTION = "expelTimeout";

    private MysqlHandler() {}

    static void add(AddMembers command, World world, Outcome out) {
        String model = command.model();
        Optional<Cluster> cluster = MysqlView.cluster(world, model, command.application());
        boolean isNew = cluster.isEmpty();
        if (isNew) {
            out.fact(
                    new ClusterCreated(
                            model, command.application(), command.name(), command.expelSeconds()));
        }
        for (String name : command.units()) {
            Optional<Unit> unit = JujuView.unit(world, model, name);
            if (unit.isPresent() && MysqlView.member(world, model, name).isEmpty()) {
                out.fact(new MemberAdded(model, name, command.application(), unit.get().address()));
                UnitHost.of(world, unit.get())
                        .ifPresent(host -> out.command(new StartService(host, MysqlView.SERVICE)));
            }
        }
        if (isNew) {
            out.fact(new PrimaryElected(model, command.application(), command.primary()));
        } else {
            Audience.look(cluster.get(), world, out);
        }
    }

    static void stop(StopMember command, World world, Outcome out) {
        JujuView.unit(world, command.model(), command.unit())
                .filter(unit -> MysqlView.runs(world, unit))
                .flatMap(unit -> UnitHost.of(world, unit))
                .ifPresent(host -> out.command(new StopService(host, MysqlView.SERVICE)));
    }

    /** The server said goodbye: the others go on without it. */
    static void left(Member member, World world, Outcome out) {
        Cluster cluster = cluster(member, world);
        out.fact(new MemberLeft(member.model(), member.unit(), cluster.transactions(out.now())));
        after(member, MemberState.OFFLINE, world, out);
    }

    /** The server has gone without a word. */
    static void lost(Member member, World world, Outcome out) {
        suspect(member, cluster(member, world).transactions(out.now()), world, out);
        after(member, MemberState.UNREACHABLE, world, out);
    }

    private static void suspect(Member member, long transactions, World world, Outcome out) {
        // <5 s until a member is suspected>: MySQL 8.0, Group Replication, expelling of members
        long delayNs = SimTime.seconds(5L + cluster(member, world).expelSeconds());
        EventId due = out.schedule(delayNs, new ExpulsionDue(member.model(), member.unit()));
        out.fact(
                new MemberSuspected(
                        member.model(), member.unit(), transactions, out.now() + delayNs, due));
    }

    static void expulsionDue(ExpulsionDue event, World world, Outcome out) {
        Optional<Member> found =
                MysqlView.member(world, event.model(), event.unit())
                        .filter(one -> one.state() == MemberState.UNREACHABLE);
        if (found.isEmpty()) {
            return;
        }
        Member member = found.get();
        List<Member> members = members(member, world);
        if (MysqlView.hasQuorum(members)) {
            out.fact(new MemberExpelled(member.model(), member.unit()));
            after(member, MemberState.OFFLINE, world, out);
        } else {
            out.fact(new ExpulsionRefused(member.model(), member.unit()));
        }
    }

    /** The host of a member died that did not take part: it does not ask any more. */
    static void lostAgain(Member member, World world, Outcome out) {
        out.cancel(member.event());
        if (member.state() == MemberState.UNREACHABLE) {
            suspect(member, member.transactions(), world, out);
        } else if (!member.event().equals(EventId.NONE)) {
            out.fact(new RejoinFailed(member.model(), member.unit()));
        }
    }

    /** What the others do when one of them has got another state. */
    private static void after(Member member, MemberState state, World world, Outcome out) {
        Cluster cluster = cluster(member, world);
        List<Member> members = new ArrayList<>();
        for (Member one : members(member, world)) {
            members.add(
                    one.unit().equals(member.unit())
                            ? one.in(state, one.transactions(), one.reboot())
                            : one);
        }
        if (!MysqlView.hasQuorum(members)) {
            if (cluster.writable()) {
                long transactions = cluster.transactions(out.now());
                out.fact(new ClusterStopped(cluster.model(), cluster.application(), transactions));
            }
        } else if (cluster.primary().equals(member.unit()) && state == MemberState.OFFLINE) {
            elect(cluster, members, out);
        }
        Audience.look(cluster, world, out);
    }

    /** Of those that take part, the lowest server UUID wins: that is, one of them by luck. */
    private static void elect(Cluster cluster, List<Member> members, Outcome out) {
        List<Member> online = new ArrayList<>(members);
        online.removeIf(one -> !one.isOnline());
        int drawn = out.draws(cluster.key(), "primary", out.now()).below(online.size());
        out.fact(
                new PrimaryElected(
                        cluster.model(), cluster.application(), online.get(drawn).unit()));
    }

    static void reboot(RebootCluster command, World world, Outcome out) {
        Optional<Member> found = MysqlView.member(world, command.model(), command.unit());
        if (found.isEmpty() || isAnyOnline(members(found.get(), world))) {
            return; // another action was quicker
        }
        Member member = found.get();
        Cluster cluster = cluster(member, world);
        for (Member one : members(member, world)) {
            out.cancel(one.event());
        }
        out.fact(
                new ClusterRebooted(cluster.model(), cluster.application(), member.transactions()));
        out.fact(new MemberJoined(member.model(), member.unit()));
        out.fact(new PrimaryElected(cluster.model(), cluster.application(), member.unit()));
        for (Member other : members(member, world)) {
            if (!other.unit().equals(member.unit())) {
                ask(other, world, out);
            }
        }
        Audience.look(cluster, world, out);
    }

    static void rejoin(RejoinMember command, World world, Outcome out) {
        MysqlView.member(world, command.model(), command.unit())
                .ifPresent(member -> ask(member, world, out));
    }

    static void remove(RemoveMember command, World world, Outcome out) {
        Optional<Member> found = MysqlView.member(world, command.model(), command.unit());
        if (found.isPresent()) {
            out.cancel(found.get().event());
            out.fact(new MemberRemoved(command.model(), command.unit()));
            Audience.look(cluster(found.get(), world), world, out);
        }
    }

    static void setOption(SetClusterOption command, World world, Outcome out) {
        out.fact(
                new ClusterOptionSet(
                        command.model(), command.application(), command.key(), command.value()));
    }

    /** The server runs and asks to be let in; an earlier question is forgotten. */
    static void ask(Member member, World world, Outcome out) {
        if (runs(member, world) && !member.isOnline()) {
            out.cancel(member.event());
            long delayNs = out.draw(MysqlSubsystem.REJOIN, member.key(), out.now());
            EventId due = out.schedule(delayNs, new RejoinDue(member.model(), member.unit()));
            out.fact(new RejoinPlanned(member.model(), member.unit(), out.now() + delayNs, due));
        }
    }

    static void rejoinDue(RejoinDue event, World world, Outcome out) {
        Optional<Member> found = MysqlView.member(world, event.model(), event.unit());
        if (found.isEmpty()) {
            return;
        }
        Member member = found.get();
        Cluster cluster = cluster(member, world);
        boolean accepted =
                cluster.writable()
                        && Links.reaches(member, world)
                        && MysqlView.hasQuorum(members(member, world))
                        && !isErrant(member, cluster, world);
        if (accepted) {
            out.fact(new MemberJoined(member.model(), member.unit()));
            Audience.look(cluster, world, out);
        } else {
            out.fact(new RejoinFailed(member.model(), member.unit()));
        }
    }

    /**
     * Whether it has transactions that the cluster has not: it was not there when the cluster was
     * rebooted from a member that had fewer.
     */
    static boolean isErrant(Member member, Cluster cluster, World world) {
        long rebootedWith = cluster.reboots() == 0 ? Long.MAX_VALUE : cluster.base();
        return member.reboot() < cluster.reboots() && member.transactions() > rebootedWith;
    }

    static boolean isAnyOnline(List<Member> members) {
        for (Member member : members) {
            if (member.isOnline()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server of a member runs. */
    static boolean runs(Member member, World world) {
        return JujuView.unit(world, member.model(), member.unit())
                .filter(unit -> MysqlView.runs(world, unit))
                .isPresent();
    }

    static Cluster cluster(Member member, World world) {
        return world.table(MysqlView.CLUSTERS).get(member.model(), member.application());
    }

    static List<Member> members(Member member, World world) {
        return MysqlView.members(world, member.model(), member.application());
    }
}
