package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Call;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.OpenstackVerb;
import org.maquete.tool.Deed;
import org.maquete.tool.Session;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.World;

/** The commands about the extra routes of routers, and how the client shows them. */
final class RouteVerbs {

    private RouteVerbs() {}

    static List<OpenstackVerb> all(OpenstackVerb.Maker make) {
        return List.of(
                make.verb("router add route", new Changing("add")),
                make.verb("router remove route", new Changing("remove")));
    }

    /** The routes of a line, each as {@code destination nexthop}; NotModelled: of IPv6. */
    static List<String> routes(Line line) {
        List<String> routes = new ArrayList<>();
        if (line.args().has("routes")) {
            for (Value each : line.args().many("routes")) {
                if (each instanceof Value.Fields route) {
                    routes.add(field(route, "destination") + " " + field(route, "gateway"));
                }
            }
        }
        return routes;
    }

    private static String field(Value.Fields fields, String name) {
        Value value = fields.fields().get(name);
        return value == null ? "" : value.str();
    }

    /** Whether a route is of IPv6. */
    static boolean isSix(List<String> routes) {
        for (String route : routes) {
            if (route.contains(":")) {
                return true;
            }
        }
        return false;
    }

    /** The client's column of routes, which calls a next hop a gateway in tables alone. */
    static Cell cell(List<String> routes) {
        List<Value> fields = new ArrayList<>();
        StringJoiner text = new StringJoiner("\n");
        for (String route : routes) {
            String to = RouteHandler.destination(route);
            String hop = RouteHandler.hop(route);
            fields.add(
                    Value.fields()
                            .with("destination", Value.text(to))
                            .with("nexthop", Value.text(hop)));
            text.add("destination='" + to + "', gateway='" + hop + "'");
        }
        return new Cell.Formatted(new Value.Many(fields), text.toString());
    }

    /** Adds routes, or takes them away, and shows the router. */
    private record Changing(String how) implements Call {

        @Override
        public Deed take(Line line, Session session, World world) {
            Found<Router> router = LookupView.router(line.text("router"), line, world);
            if (!router.isThere()) {
                return router.reject(line);
            }
            List<String> routes = routes(line);
            return isSix(routes)
                    ? new Deed.NotModelled("openstack router " + how + " route with IPv6")
                    : new Deed.Ask(new ChangeRouterRoutes(router.get().uuid(), how, routes));
        }

        @Override
        public Answer done(Answer server, Line line, Session session, World world) {
            Router router = world.table(NeutronTables.ROUTERS).get(server.text());
            return line.show(RouterVerbs.sheet(router, world, false));
        }

        @Override
        public Answer refused(Refusal refusal, Line line, World world) {
            String url = "routers/" + RouterVerbs.routerId(line, world) + "/" + how;
            return Answer.failed(1, LookupView.sdk(url + "_extraroutes").of(refusal, line));
        }
    }
}
