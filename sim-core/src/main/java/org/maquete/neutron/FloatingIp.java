package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An address outside that a router translates to one inside.
 *
 * @param uuid the natural key
 * @param port the port it leads to, or empty
 * @param router the router that translates, or empty
 */
public record FloatingIp(
        int id,
        String uuid,
        String project,
        String network,
        String address,
        String port,
        String fixedAddress,
        String router,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    FloatingIp leadingTo(String port, String fixedAddress, String router) {
        return new FloatingIp(
                id, uuid, project, network, address, port, fixedAddress, router, createdNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("network", network)
                .text("address", address)
                .text("port", port)
                .text("fixedAddress", fixedAddress)
                .text("router", router)
                .number("createdNs", createdNs);
    }
}
