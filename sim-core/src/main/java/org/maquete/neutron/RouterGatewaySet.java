package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A router has another network outside, or none. */
public record RouterGatewaySet(String router, String network) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, router);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).text("network", network);
    }
}
