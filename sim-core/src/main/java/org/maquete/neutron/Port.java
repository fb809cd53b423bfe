package org.maquete.neutron;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A port of a network.
 *
 * @param uuid the natural key
 * @param deviceId the server or router that owns it, or empty
 * @param deviceOwner {@code compute:nova}, {@code network:router_interface} and the like
 * @param groups the ids of its security groups
 * @param host where it is bound, or empty
 * @param status {@code ACTIVE} or {@code DOWN}
 */
public record Port(
        int id,
        String uuid,
        String project,
        String network,
        String name,
        String mac,
        String deviceId,
        String deviceOwner,
        String subnet,
        String address,
        List<String> groups,
        String host,
        String status,
        long createdNs)
        implements Row {

    public Port {
        groups = List.copyOf(groups);
    }

    @Override
    public String key() {
        return uuid;
    }

    Port withGroups(List<String> groups) {
        return new Port(
                id,
                uuid,
                project,
                network,
                name,
                mac,
                deviceId,
                deviceOwner,
                subnet,
                address,
                groups,
                host,
                status,
                createdNs);
    }

    Port withStatus(String status) {
        return new Port(
                id,
                uuid,
                project,
                network,
                name,
                mac,
                deviceId,
                deviceOwner,
                subnet,
                address,
                groups,
                host,
                status,
                createdNs);
    }

    Port boundTo(String host) {
        return new Port(
                id,
                uuid,
                project,
                network,
                name,
                mac,
                deviceId,
                deviceOwner,
                subnet,
                address,
                groups,
                host,
                host.isEmpty() ? "DOWN" : "ACTIVE",
                createdNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("network", network)
                .text("name", name)
                .text("mac", mac)
                .text("deviceId", deviceId)
                .text("deviceOwner", deviceOwner)
                .text("subnet", subnet)
                .text("address", address)
                .texts("groups", groups)
                .text("host", host)
                .text("status", status)
                .number("createdNs", createdNs);
    }
}
