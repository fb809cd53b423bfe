package org.maquete.mysql;

import java.util.List;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What others may know of the database: the truth, which the charm's status follows. */
public final class MysqlView {

    /** Clusters by model and application. */
    public static final TableKey<Cluster> CLUSTERS = TableKey.keyed("mysql.cluster");

    /** Members by model and unit. */
    public static final TableKey<Member> MEMBERS = TableKey.keyed("mysql.member");

    /** The name of the server among the services of its host. */
    public static final String SERVICE = "mysql";

    private MysqlView() {}

    /** The cluster of an application. */
    public static Optional<Cluster> cluster(World world, String model, String application) {
        return world.table(CLUSTERS).find(model, application);
    }

    /** The members of an application's cluster in order of their joining. */
    public static List<Member> members(World world, String model, String application) {
        return world.table(MEMBERS)
                .where(one -> one.application().equals(application) && one.model().equals(model));
    }

    /** The member of a unit. */
    public static Optional<Member> member(World world, String model, String unit) {
        return world.table(MEMBERS).find(model, unit);
    }

    /** Whether a majority of the group is left, without which nothing can be read or written. */
    public static boolean hasQuorum(List<Member> members) {
        int online = 0;
        int counting = 0;
        for (Member member : members) {
            online += member.isOnline() ? 1 : 0;
            counting += member.state() == MemberState.OFFLINE ? 0 : 1;
        }
        return online > counting / 2;
    }

    /** Whether the server of a unit has been installed and runs. */
    static boolean runs(World world, Unit unit) {
        return UnitHost.of(world, unit)
                .filter(host -> HostView.isRunning(world, host, SERVICE))
                .isPresent();
    }
}
