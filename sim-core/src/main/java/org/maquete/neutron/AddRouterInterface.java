package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack router add subnet}. */
public record AddRouterInterface(String router, String subnet) implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, router);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).text("subnet", subnet);
    }
}
