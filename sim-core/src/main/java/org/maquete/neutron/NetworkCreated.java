package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one network more. */
public record NetworkCreated(
        String uuid,
        String project,
        String name,
        String description,
        boolean external,
        boolean shared,
        String type,
        String physnet,
        int segment,
        int mtu)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.NETWORK, name);
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
                .number("mtu", mtu);
    }
}
