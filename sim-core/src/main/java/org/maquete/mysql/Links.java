package org.maquete.mysql;

import java.util.ArrayList;
import java.util.List;
import org.maquete.host.HostView;
import org.maquete.host.NetworkLost;
import org.maquete.host.NetworkReturned;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * Networks that part the members. Whoever is not with the majority falls silent to it and is
 * expelled, as a dead one is; but its server runs. So when the network is back before that, the
 * group is as it was, also where no majority had been left; who was expelled asks by itself to be
 * let in (autoRejoinTries).
 */
final class Links {

    private Links() {}

    static void lost(NetworkLost fact, World world, Outcome out) {
        for (Member member : world.table(MysqlView.MEMBERS)) {
            if (member.isOnline()
                    && isBehind(fact.host(), member, world)
                    && !isWithMajority(member, world)) {
                MysqlHandler.lost(member, world, out);
            }
        }
    }

    static void returned(NetworkReturned fact, World world, Outcome out) {
        for (Member member : world.table(MysqlView.MEMBERS)) {
            if (!isBehind(fact.host(), member, world) || !MysqlHandler.runs(member, world)) {
                continue;
            }
            switch (member.state()) {
                case UNREACHABLE -> heal(member, world, out);
                case OFFLINE -> MysqlHandler.ask(member, world, out);
                case ONLINE -> {
                    // nobody has missed it
                }
            }
        }
    }

    /** The group sees the member again, and has a majority again if that was what it lacked. */
    private static void heal(Member member, World world, Outcome out) {
        Cluster cluster = MysqlHandler.cluster(member, world);
        out.cancel(member.event());
        out.fact(new MemberJoined(member.model(), member.unit()));
        List<Member> healed = new ArrayList<>();
        for (Member one : MysqlHandler.members(member, world)) {
            healed.add(
                    one.unit().equals(member.unit())
                            ? one.in(MemberState.ONLINE, one.transactions(), one.reboot())
                            : one);
        }
        if (!cluster.writable() && MysqlView.hasQuorum(healed)) {
            out.fact(new ClusterResumed(cluster.model(), cluster.application()));
        }
        Audience.look(cluster, world, out);
    }

    /** Whether a server could talk to some other that takes part; alone there is none to ask. */
    static boolean reaches(Member member, World world) {
        String host = hostOf(member, world);
        for (Member other : MysqlHandler.members(member, world)) {
            if (other.isOnline()
                    && !other.unit().equals(member.unit())
                    && HostView.isLinked(world, host, hostOf(other, world))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithMajority(Member member, World world) {
        String host = hostOf(member, world);
        int online = 0;
        int linked = 0;
        for (Member other : MysqlHandler.members(member, world)) {
            boolean counts = other.isOnline();
            online += counts ? 1 : 0;
            linked += counts && HostView.isLinked(world, host, hostOf(other, world)) ? 1 : 0;
        }
        return linked > online / 2;
    }

    private static boolean isBehind(String machine, Member member, World world) {
        return HostView.machineOf(world, hostOf(member, world)).filter(machine::equals).isPresent();
    }

    private static String hostOf(Member member, World world) {
        return JujuView.unit(world, member.model(), member.unit())
                .map(unit -> JujuView.hostOf(world, unit))
                .orElse("");
    }
}
