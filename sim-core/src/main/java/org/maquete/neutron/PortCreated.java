package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one port more. */
public record PortCreated(
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
        String host)
        implements Fact {

    public PortCreated {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, uuid);
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
                .text("host", host);
    }
}
