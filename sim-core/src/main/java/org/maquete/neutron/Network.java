package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A network.
 *
 * @param uuid the natural key
 * @param type {@code flat}, {@code vlan} or {@code geneve}
 * @param physnet the physical network, or empty
 * @param segment the VLAN or the network identifier of geneve; 0 for none
 */
public record Network(
        int id,
        String uuid,
        String project,
        String name,
        String description,
        boolean external,
        boolean shared,
        String type,
        String physnet,
        int segment,
        int mtu,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("description", description)
                .flag("external", external)
                .flag("shared", shared)
                .text("type", type)
                .text("physnet", physnet)
                .number("segment", segment)
                .number("mtu", mtu)
                .number("createdNs", createdNs);
    }
}
