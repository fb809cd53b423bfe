package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack router add route}, {@code remove route} and {@code set --route}.
 *
 * @param how {@code add}, {@code remove}, or {@code set} for no other routes
 * @param routes each as {@code destination nexthop}
 */
public record ChangeRouterRoutes(String router, String how, List<String> routes)
        implements Command {

    public ChangeRouterRoutes {
        routes = List.copyOf(routes);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.ROUTER, router);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).text("how", how).texts("routes", routes);
    }
}
