package org.maquete.mysql;

import java.util.Optional;
import org.maquete.host.DiskFilled;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.ServiceDied;
import org.maquete.host.ServiceStarted;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** What happens to the hosts and processes of members. */
final class Servers {

    private Servers() {}

    static void hostDied(HostDied fact, World world, Outcome out) {
        Optional<Member> found = on(fact.name(), world);
        if (found.isEmpty()) {
            return;
        }
        Member member = found.get();
        if (!member.isOnline()) {
            MysqlHandler.lostAgain(member, world, out);
        } else if (fact.cause().contains("shut down")) {
            MysqlHandler.left(member, world, out);
        } else {
            MysqlHandler.lost(member, world, out);
        }
    }

    /** The process alone has stopped. */
    static void stopped(ServiceDied fact, World world, Outcome out) {
        if (fact.service().equals(MysqlView.SERVICE) && HostView.isUp(world, fact.host())) {
            on(fact.host(), world)
                    .filter(Member::isOnline)
                    .ifPresent(member -> MysqlHandler.left(member, world, out));
        }
    }

    static void started(ServiceStarted fact, World world, Outcome out) {
        if (fact.service().equals(MysqlView.SERVICE)) {
            on(fact.host(), world).ifPresent(member -> MysqlHandler.ask(member, world, out));
        }
    }

    /** binlog_error_action is ABORT_SERVER: a server that cannot write its log stops. */
    static void diskFilled(DiskFilled fact, World world, Outcome out) {
        for (Member member : world.table(MysqlView.MEMBERS)) {
            Optional<String> host =
                    JujuView.unit(world, member.model(), member.unit())
                            .filter(unit -> MysqlView.runs(world, unit))
                            .map(unit -> JujuView.hostOf(world, unit));
            if (host.isPresent() && HostView.isDiskFull(world, host.get())) {
                out.command(new StopService(host.get(), MysqlView.SERVICE));
            }
        }
    }

    /** The member whose unit runs on this host. */
    private static Optional<Member> on(String host, World world) {
        for (Member member : world.table(MysqlView.MEMBERS)) {
            boolean here =
                    JujuView.unit(world, member.model(), member.unit())
                            .filter(unit -> JujuView.hostOf(world, unit).equals(host))
                            .isPresent();
            if (here) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
