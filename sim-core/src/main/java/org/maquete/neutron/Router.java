package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A router.
 *
 * @param uuid the natural key
 * @param gatewayNetwork the id of the network outside, or empty
 */
public record Router(
        int id,
        String uuid,
        String project,
        String name,
        String description,
        String gatewayNetwork,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    Router withGatewayNetwork(String gatewayNetwork) {
        return new Router(id, uuid, project, name, description, gatewayNetwork, createdNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("description", description)
                .text("gatewayNetwork", gatewayNetwork)
                .number("createdNs", createdNs);
    }
}
