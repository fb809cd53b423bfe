package org.maquete.rabbitmq;

import java.util.List;
import org.maquete.juju.Assessment;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmReadiness;
import org.maquete.juju.EndpointState;
import org.maquete.juju.Hook;
import org.maquete.juju.HookContext;
import org.maquete.juju.HookOutcome;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.Ref;

/** rabbitmq-server: one broker, or a cluster of all its units. */
final class RabbitmqServerCharm implements Charm {

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
        if (hook.kind() == Hook.Kind.STOP || hook.kind() == Hook.Kind.REMOVE) {
            return;
        }
        Assessment found = assess(context);
        readiness.report(found, context, out);
        readiness.share(context, out, _ -> found.isActive());
    }

    private Assessment assess(HookContext context) {
        String wanted = context.config("min-cluster-size");
        int unitCount = context.peers().size();
        if (!wanted.isEmpty() && unitCount < Integer.parseInt(wanted)) {
            return Assessment.waiting(
                    "Waiting for all " + wanted + " peers to complete the cluster.",
                    List.of(new Ref("application", context.application().name())));
        }
        if (unitCount == 1) {
            return Assessment.active("Unit is ready");
        }
        EndpointState cluster = readiness.state(context, "cluster");
        return cluster.isComplete()
                ? Assessment.active("Unit is ready and clustered")
                : Assessment.waiting(
                        "Unit has peers, but RabbitMQ not clustered", cluster.waitsFor());
    }
}
