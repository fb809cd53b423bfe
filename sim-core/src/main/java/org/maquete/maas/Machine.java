package org.maquete.maas;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What MAAS believes about a machine.
 *
 * @param statusMessage the last event of the present status: {@code Loading ephemeral}
 * @param agentName who acquired it: the UUID of the Juju model; empty when nobody did
 * @param deployments how many deployments have been started
 * @param sinceNs when it got its present status
 */
public record Machine(
        int id,
        String systemId,
        String hostname,
        NodeStatus status,
        String statusMessage,
        List<String> tags,
        String pool,
        String zone,
        int cpuThreads,
        int memoryMib,
        String powerType,
        String agentName,
        int deployments,
        long sinceNs)
        implements Row {

    public Machine {
        tags = List.copyOf(tags);
    }

    @Override
    public String key() {
        return hostname;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("systemId", systemId)
                .text("hostname", hostname)
                .text("status", status.name())
                .text("statusMessage", statusMessage)
                .texts("tags", tags)
                .text("pool", pool)
                .text("zone", zone)
                .number("cpuThreads", cpuThreads)
                .number("memoryMib", memoryMib)
                .text("powerType", powerType)
                .text("agentName", agentName)
                .number("deployments", deployments)
                .number("sinceNs", sinceNs);
    }
}
