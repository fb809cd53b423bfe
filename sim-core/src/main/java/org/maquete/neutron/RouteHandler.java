package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.neutron.Ipv4.Cidr;
import org.maquete.world.World;

/** Decides about the extra routes of routers: {@code db/extraroute_db.py} of neutron yoga. */
final class RouteHandler {

    // 30, routes a router: neutron yoga, conf/extensions/extraroute.py, max_routes
    private static final int ROUTE_COUNT_MAX = 30;

    private RouteHandler() {}

    static void change(ChangeRouterRoutes command, World world, Outcome out) {
        List<String> before = NeutronView.routes(world, command.router());
        List<String> after = new ArrayList<>(command.how().equals("set") ? List.of() : before);
        if (command.how().equals("remove")) {
            after.removeAll(command.routes());
        } else {
            for (String route : command.routes()) {
                if (!after.contains(route)) {
                    after.add(route);
                }
            }
            Optional<Refusal> refusal = check(command.router(), after, world);
            if (refusal.isPresent()) {
                out.refuse(refusal.get());
                return;
            }
        }
        if (!after.equals(before)) {
            out.fact(new RouterRoutesSet(command.router(), after));
        }
        out.answer(Answer.of(command.router()));
    }

    private static Optional<Refusal> check(String router, List<String> routes, World world) {
        for (String route : routes) {
            Optional<Refusal> form = form(route);
            if (form.isPresent()) {
                return form;
            }
        }
        if (routes.size() > ROUTE_COUNT_MAX) {
            return bad(
                    "Unable to complete operation for "
                            + router
                            + ". The number of routes exceeds the maximum "
                            + ROUTE_COUNT_MAX
                            + ".");
        }
        for (String route : routes) {
            Optional<String> wrong = wrongHop(router, hop(route), world);
            if (wrong.isPresent()) {
                return bad("Invalid format for routes: " + python(routes) + ", " + wrong.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> form(String route) {
        String to = destination(route);
        Optional<Cidr> cidr = Cidr.parse(to);
        String wrong = "";
        if (cidr.isEmpty() || !to.contains("/")) {
            wrong = "'" + to + "' is not a valid IP subnet";
        } else if (!cidr.get().toString().equals(to)) {
            wrong =
                    "'%s' isn't a recognized IP subnet cidr, '%s' is recommended"
                            .formatted(to, cidr.get());
        } else if (Ipv4.parse(hop(route)).isEmpty()) {
            wrong = "'" + hop(route) + "' is not a valid IP address";
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : bad("Invalid input for routes. Reason: " + wrong + ".");
    }

    /** What is wrong with a next hop: it has to be a neighbour, and not the router itself. */
    private static Optional<String> wrongHop(String router, String hop, World world) {
        boolean isNear = false;
        for (Port port : NeutronView.portsOf(world, router)) {
            if (port.address().equals(hop)) {
                return Optional.of("the nexthop is used by router");
            }
            isNear |=
                    NeutronView.subnet(world, port.subnet())
                            .map(s -> Cidr.of(s.cidr()).range().contains(Ipv4.of(hop)))
                            .orElse(false);
        }
        return isNear ? Optional.empty() : Optional.of("the nexthop is not connected with router");
    }

    /** Whether a router needs its way into a subnet for a route. */
    static boolean needs(String router, Subnet subnet, World world) {
        Ipv4.Range range = Cidr.of(subnet.cidr()).range();
        for (String route : NeutronView.routes(world, router)) {
            if (range.contains(Ipv4.of(hop(route)))) {
                return true;
            }
        }
        return false;
    }

    private static String python(List<String> routes) {
        StringJoiner all = new StringJoiner(", ", "[", "]");
        for (String route : routes) {
            all.add(
                    "{'destination': '%s', 'nexthop': '%s'}"
                            .formatted(destination(route), hop(route)));
        }
        return all.toString();
    }

    static String destination(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    static String hop(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }

    private static Optional<Refusal> bad(String message) {
        return Optional.of(Refusal.of("400", message));
    }
}
