package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A router has these extra routes, each as {@code destination nexthop}. */
public record RouterRoutesSet(String router, List<String> routes) implements Fact {

    public RouterRoutesSet {
        routes = List.copyOf(routes);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, router);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).texts("routes", routes);
    }
}
