package org.maquete.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.host.HostView;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.EndpointState;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.JujuView;
import org.maquete.juju.Unit;
import org.maquete.juju.UnitHost;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

/** rabbitmq-server: one broker, or a cluster of all its units. */
final class RabbitmqServerCharm implements Charm {

    private static final String NOT_CLUSTERED = "Unit has peers, but RabbitMQ not clustered";

    private final CharmReadiness readiness;

    RabbitmqServerCharm(CharmMetadata charm) {
        this.readiness = new CharmReadiness(charm);
    }

    @Override
    public String name() {
        return "rabbitmq-server";
    }

    @Override
    public void run(Hook hook, HookContext context, HookOutcome out) {
        String model = context.unit().model();
        String unit = context.unit().name();
        if (hook.kind() == Hook.Kind.STOP) {
            out.command(new LeaveCluster(model, unit));
        }
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        if (RabbitmqView.broker(context.world(), model, unit).isEmpty()) {
            out.command(new StartBroker(model, unit));
        }
        Assessment found = assess(context);
        readiness.report(found, context, out);
        readiness.share(context, out, _ -> found.isActive());
    }

    @Override
    public void action(
            String action, Map<String, String> parameters, HookContext context, HookOutcome out) {
        switch (action) {
            case "cluster-status" -> out.result("output", ClusterStatus.of(context));
            case "forget-cluster-node" -> forget(parameters.getOrDefault("node", ""), context, out);
            case "force-boot" -> forceBoot(context, out);
            default -> Charm.super.action(action, parameters, context, out);
        }
    }

    /** The charm's {@code assess_cluster_status}, in its order. */
    private Assessment assess(HookContext context) {
        String wanted = context.config("min-cluster-size");
        int unitCount = context.peers().size();
        if (!wanted.isEmpty() && unitCount < Integer.parseInt(wanted)) {
            return Assessment.waiting(
                    "Waiting for all " + wanted + " peers to complete the cluster.",
                    List.of(new Ref("application", context.application().name())));
        }
        boolean stopped = isStopped(context.world(), context.unit());
        if (unitCount == 1) {
            return stopped
                    ? Assessment.blocked(
                            "Services not running that should be: " + RabbitmqView.SERVICE)
                    : departed(context).orElseGet(() -> Assessment.active("Unit is ready"));
        }
        if (stopped) {
            return Assessment.waiting(NOT_CLUSTERED, List.of());
        }
        EndpointState cluster = readiness.state(context, "cluster");
        if (!cluster.isComplete()) {
            return Assessment.waiting(NOT_CLUSTERED, cluster.waitsFor());
        }
        return departed(context)
                .or(() -> parted(context))
                .orElseGet(() -> Assessment.active("Unit is ready and clustered"));
    }

    private static boolean isStopped(World world, Unit unit) {
        return UnitHost.of(world, unit)
                .flatMap(host -> world.table(HostView.SERVICES).find(host, RabbitmqView.SERVICE))
                .filter(service -> !service.running())
                .isPresent();
    }

    /** The first node whose unit has gone without leaving the cluster. */
    private static Optional<Assessment> departed(HookContext context) {
        for (Broker broker : brokers(context)) {
            if (JujuView.unit(context.world(), broker.model(), broker.unit()).isEmpty()) {
                return Optional.of(
                        Assessment.blocked(
                                "Node "
                                        + broker.node()
                                        + " in the cluster but not running. If it is a departed"
                                        + " node, remove with `forget-cluster-node` action"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Assessment> parted(HookContext context) {
        List<Ref> nodes = new ArrayList<>();
        for (Broker broker :
                RabbitmqView.parted(
                        context.world(), context.unit().model(), context.application().name())) {
            nodes.add(new Ref("unit", broker.unit()));
        }
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assessment("blocked", "RabbitMQ is partitioned", nodes));
    }

    private static List<Broker> brokers(HookContext context) {
        return RabbitmqView.brokers(
                context.world(), context.unit().model(), context.application().name());
    }

    /** The node starts as the one that stopped last would: it waits for nobody's tables. */
    private static void forceBoot(HookContext context, HookOutcome out) {
        World world = context.world();
        Unit unit = context.unit();
        Optional<Broker> own = RabbitmqView.broker(world, unit.model(), unit.name());
        Optional<String> host = UnitHost.of(world, unit);
        if (own.isEmpty() || host.isEmpty()) {
            out.failAction("Failed to run rabbitmqctl force_boot");
            return;
        }
        out.command(new StopService(host.get(), RabbitmqView.SERVICE));
        out.command(new StartService(host.get(), RabbitmqView.SERVICE));
        // GUESS, text: rabbitmqctl 3.9 from memory
        String node = own.get().node();
        out.result(
                "output",
                "Forcing boot for Mnesia dir /var/lib/rabbitmq/mnesia/" + node + " ...\n");
    }

    private static void forget(String node, HookContext context, HookOutcome out) {
        for (Broker broker : brokers(context)) {
            if (broker.node().equals(node) && !RabbitmqView.runs(context.world(), broker)) {
                out.command(new ForgetNode(broker.model(), broker.unit()));
                // GUESS, text: rabbitmqctl 3.9 from memory
                out.result("output", "Removing node " + node + " from the cluster\n");
                out.result("outcome", "Success");
                return;
            }
        }
        // GUESS, text: rabbitmqctl 3.9 from memory; the charm shows it as bytes
        String error = "b'Error:\\nThe node selected is not in the cluster.\\n'";
        out.result("output", error);
        out.failAction(
                "Unable to remove node '"
                        + node
                        + "' from cluster. It is either still running or already removed. (Output:"
                        + " '"
                        + error
                        + "')");
    }
}
