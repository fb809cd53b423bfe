package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one floating address more. */
public record FloatingIpCreated(String uuid, String project, String network, String address)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.FLOATING_IP, address);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("network", network)
                .text("address", address);
    }
}
