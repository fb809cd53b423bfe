package org.maquete.mysql;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.EndpointState;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Ref;

/**
 * mysql-router: it bootstraps itself from the cluster behind {@code db-router}, and then serves the
 * application beside it. Its own step is checked after the relations and joins their texts.
 */
final class MysqlRouterCharm implements Charm {

    private static final String NOT_BOOTSTRAPPED = "MySQL Router not yet bootstrapped";

    private final CharmReadiness readiness;

    MysqlRouterCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "mysql-router";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        readiness.report(assess(context), context, out);
        boolean gives = readiness.canGive(context);
        readiness.share(context, out, _ -> gives);
    }

    private Assessment assess(HookContext context) {
        Assessment relations = readiness.assess(context);
        EndpointState router = readiness.state(context, "db-router");
        if (!router.isComplete()) {
            return new Assessment(
                    relations.status(),
                    relations.message() + ", " + NOT_BOOTSTRAPPED,
                    relations.waitsFor());
        }
        List<Ref> lost = lostCluster(context);
        return relations.isActive() && !lost.isEmpty()
                ? new Assessment("blocked", "Failed to connect to MySQL", lost)
                : relations;
    }

    /** The units of the cluster that are down, when too many are for a majority. */
    private static List<Ref> lostCluster(HookContext context) {
        List<Ref> lost = new ArrayList<>();
        for (Relation relation : context.relations("db-router")) {
            List<Unit> members = context.remoteUnits(relation);
            List<Unit> down =
                    members.stream().filter(one -> UnitHost.isDown(context.world(), one)).toList();
            if (!members.isEmpty()
                    && !new ClusterHealth(members.size(), members.size() - down.size())
                            .hasQuorum()) {
                down.forEach(unit -> lost.add(new Ref("unit", unit.name())));
            }
        }
        return lost;
    }
}
