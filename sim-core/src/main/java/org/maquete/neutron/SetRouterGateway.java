package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack router set --external-gateway}.
 *
 * @param network the id of the network outside, or empty for none
 */
public record SetRouterGateway(String router, String network) implements Command {

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, router);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).text("network", network);
    }
}
