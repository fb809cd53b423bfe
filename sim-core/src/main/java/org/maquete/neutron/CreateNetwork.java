package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack network create}.
 *
 * @param mtu the largest packet in bytes, or 0 for Neutron's choice
 * @param type the provider network type, or empty for a tenant network
 * @param segment the VLAN or network identifier, or 0
 */
public record CreateNetwork(
        String project,
        String name,
        String description,
        boolean external,
        boolean shared,
        int mtu,
        String type,
        String physnet,
        int segment)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.NETWORK, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("name", name)
                .text("description", description)
                .flag("external", external)
                .flag("shared", shared)
                .number("mtu", mtu)
                .text("type", type)
                .text("physnet", physnet)
                .number("segment", segment);
    }
}
