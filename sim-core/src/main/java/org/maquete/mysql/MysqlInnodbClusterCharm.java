package org.maquete.mysql;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.Relation;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Ref;

/** mysql-innodb-cluster: three instances become one cluster, in the order in which it reports. */
final class MysqlInnodbClusterCharm implements Charm {

    private final CharmReadiness readiness;

    MysqlInnodbClusterCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "mysql-innodb-cluster";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        List<Relation> peers = context.relations("cluster");
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE || peers.isEmpty()) {
            return;
        }
        Formation formation = new Formation(context, peers.getFirst());
        formation.advance();
        formation.commit(out);
        readiness.report(assess(context, formation), context, out);
        readiness.share(
                context,
                out,
                _ -> formation.areInstancesClustered() && health(context, formation).hasQuorum());
    }

    private Assessment assess(HookContext context, Formation formation) {
        String unit = context.unit().name();
        if (context.peers().size() == 1) {
            return readiness.assess(context);
        }
        String waiting = step(formation, unit, context.config("cluster-name"));
        return waiting.isEmpty()
                ? ofCluster(context, formation)
                : Assessment.waiting(waiting, reasons(context, formation));
    }

    /** The step that this unit waits for, the charm's checks in its order; empty when formed. */
    private static String step(Formation formation, String unit, String cluster) {
        if (!formation.isConfigured(unit)) {
            return "Instance not yet configured for clustering";
        }
        if (!formation.isCreated()) {
            return "Cluster " + cluster + " not yet created by leader";
        }
        if (!formation.areInstancesConfigured()) {
            return "Not all instances configured for clustering";
        }
        if (!formation.isClustered(unit)) {
            return "Instance not yet in the cluster";
        }
        return formation.areInstancesClustered() ? "" : "Not all instances clustered";
    }

    private static Assessment ofCluster(HookContext context, Formation formation) {
        ClusterHealth health = health(context, formation);
        if (!health.hasQuorum()) {
            return Assessment.blocked(
                    "Cluster is inaccessible from this instance. Please check logs for details.");
        }
        String mode = formation.primary().equals(context.unit().name()) ? "R/W" : "R/O";
        return Assessment.active("Unit is ready: Mode: " + mode + ", " + health.statusText());
    }

    private static ClusterHealth health(HookContext context, Formation formation) {
        List<Unit> members = formation.members();
        int online = 0;
        for (Unit member : members) {
            online += UnitHost.isDown(context.world(), member) ? 0 : 1;
        }
        return new ClusterHealth(Math.max(1, members.size()), online);
    }

    private static List<Ref> reasons(HookContext context, Formation formation) {
        List<Ref> reasons = new ArrayList<>();
        for (Unit peer : context.peers()) {
            if (!peer.name().equals(context.unit().name())
                    && !formation.isConfigured(peer.name())) {
                reasons.add(new Ref("unit", peer.name()));
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(new Ref("application", context.application().name()));
        }
        return reasons;
    }
}
