package org.maquete.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.host.HostView;
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
import org.maquete.world.World;

/** mysql-innodb-cluster: three instances become one cluster, in the order in which it reports. */
final class MysqlInnodbClusterCharm implements Charm {

    private static final String INACCESSIBLE =
            "Cluster is inaccessible from this instance. Please check logs for details.";

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
        if (hook.kind() == Hook.Kind.STOP) {
            out.command(new StopMember(context.unit().model(), context.unit().name()));
        }
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
                _ -> formation.areInstancesClustered() && health(context, formation).quorum());
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        if (ClusterActions.NAMES.contains(action)) {
            new ClusterActions(context, out, readiness.charm().version()).run(action, parameters);
        } else {
            Charm.super.action(action, parameters, context, out);
        }
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
        World world = context.world();
        Unit unit = context.unit();
        if (isServerDown(world, unit)) {
            return Assessment.blocked("MySQL is down on this instance");
        }
        Optional<Member> member = MysqlView.member(world, unit.model(), unit.name());
        ClusterHealth health = health(context, formation);
        if (!health.quorum() || member.filter(one -> !one.isOnline()).isPresent()) {
            return Assessment.blocked(INACCESSIBLE);
        }
        String primary =
                MysqlView.cluster(world, unit.model(), unit.application())
                        .map(Cluster::primary)
                        .orElse(formation.primary());
        String mode = primary.equals(unit.name()) ? "R/W" : "R/O";
        return Assessment.active("Unit is ready: Mode: " + mode + ", " + health.statusText());
    }

    private static boolean isServerDown(World world, Unit unit) {
        return UnitHost.of(world, unit)
                .flatMap(host -> world.table(HostView.SERVICES).find(host, MysqlView.SERVICE))
                .filter(service -> !service.running())
                .isPresent();
    }

    /** As it is; while this very hook forms the cluster, as it will be then. */
    private static ClusterHealth health(HookContext context, Formation formation) {
        List<Member> members =
                MysqlView.members(
                        context.world(), context.unit().model(), context.application().name());
        if (!members.isEmpty()) {
            return ClusterHealth.of(members);
        }
        int formed = Math.max(1, formation.members().size());
        return new ClusterHealth(formed, formed, true);
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
