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
        List<Ref> lost = lostCluster(context);
        readiness.report(assess(context, lost), context, out);
        readiness.share(context, out, _ -> lost.isEmpty() && readiness.canGive(context));
    }

    private Assessment assess(HookContext context, List<Ref> lost) {
        Assessment relations = readiness.assess(context);
        EndpointState router = readiness.state(context, "db-router");
        if (!router.isComplete()) {
            return new Assessment(
                    relations.status(),
                    relations.message() + ", " + NOT_BOOTSTRAPPED,
                    relations.waitsFor());
        }
        if (!relations.isActive() || lost.isEmpty()) {
            return relations;
        }
        return hasGiven(context)
                ? new Assessment("blocked", "Failed to connect to MySQL", lost)
                : Assessment.waiting("Waiting for proxied DB creation from cluster", lost);
    }

    /** Whether the application beside it has its database already. */
    private static boolean hasGiven(HookContext context) {
        for (Relation relation : context.relations("shared-db")) {
            if (!context.isReady(relation, context.unit().name())) {
                return false;
            }
        }
        return true;
    }

    /** The members of the cluster that do not take part, when the others are no majority. */
    private static List<Ref> lostCluster(HookContext context) {
        List<Ref> lost = new ArrayList<>();
        for (Relation relation : context.relations("db-router")) {
            List<Member> members =
                    MysqlView.members(
                            context.world(),
                            context.unit().model(),
                            relation.other(context.application().name()));
            if (!members.isEmpty() && !MysqlView.hasQuorum(members)) {
                members.stream()
                        .filter(member -> !member.isOnline())
                        .forEach(member -> lost.add(new Ref("unit", member.unit())));
            }
        }
        return lost;
    }
}
