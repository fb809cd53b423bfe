package org.maquete.rabbitmq;

import java.util.ArrayList;
import java.util.List;
import org.maquete.juju.HookContext;
import org.maquete.world.World;

/**
 * {@code rabbitmqctl cluster_status --formatter json} as the charm prints it, indented by 4. Only
 * the keys about nodes: alarms, listeners, feature flags and versions are left out.
 */
final class ClusterStatus {

    private ClusterStatus() {}

    static String of(HookContext context) {
        World world = context.world();
        List<String> all = new ArrayList<>();
        List<String> running = new ArrayList<>();
        List<String> others = new ArrayList<>();
        String own = "";
        boolean parted = false;
        for (Broker broker :
                RabbitmqView.brokers(world, context.unit().model(), context.application().name())) {
            boolean mine = broker.unit().equals(context.unit().name());
            all.add(broker.node());
            if (RabbitmqView.runs(world, broker)) {
                running.add(broker.node());
            }
            if (mine) {
                own = broker.node();
            } else {
                others.add(broker.node());
            }
            parted |= broker.parted();
        }
        return "{\n    \"disk_nodes\": "
                + list(all, "    ")
                + ",\n    \"partitions\": "
                + (parted
                        ? "{\n        \"" + own + "\": " + list(others, "        ") + "\n    }"
                        : "{}")
                + ",\n    \"ram_nodes\": [],\n    \"running_nodes\": "
                + list(running, "    ")
                + "\n}";
    }

    private static String list(List<String> names, String indent) {
        if (names.isEmpty()) {
            return "[]";
        }
        StringBuilder text = new StringBuilder("[");
        for (String name : names) {
            text.append(text.length() > 1 ? "," : "");
            text.append('\n').append(indent).append("    \"").append(name).append('"');
        }
        return text.append('\n').append(indent).append(']').toString();
    }
}
