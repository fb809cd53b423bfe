package org.maquete.neutron;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * The extra routes of a router that has any; in reality the rows of {@code routerroutes}.
 *
 * @param router the natural key
 * @param routes each as {@code destination nexthop}
 */
public record RouterRoutes(int id, String router, List<String> routes) implements Row {

    public RouterRoutes {
        routes = List.copyOf(routes);
    }

    @Override
    public String key() {
        return router;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("router", router).texts("routes", routes);
    }
}
