package org.maquete.ovn.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maquete.ovn.nb.LoadBalancer;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.nb.StaticRoute;

/** Makes the look-ups of one router from its rows and those its stages depend on. */
final class RouterCompiler {

    private static final int CONNECTED = 2; // <priority>: OVN 22.03, northd.c, ROUTE_PRIO_OFFSET
    private static final int STATIC = 1; // <priority>: OVN 22.03, northd.c, ROUTE_PRIO_OFFSET
    private static final int PREFIX = 3; // <factor>: OVN 22.03, northd.c, ROUTE_PRIO_OFFSET

    private final Inputs inputs;
    private final RouterPort[] ports;
    private final int gateway;

    /**
     * All that a router's look-ups come from.
     *
     * @param others per port the other routers' ports on its network, when it knows them by itself
     */
    record Inputs(
            LogicalRouter row,
            List<LogicalRouterPort> ports,
            List<List<LogicalRouterPort>> others,
            List<LoadBalancer> balancers) {}

    private RouterCompiler(Inputs inputs) {
        this.inputs = inputs;
        ports = new RouterPort[inputs.ports.size()];
        int found = -1;
        for (int i = 0; i < ports.length; i++) {
            ports[i] = port(inputs.ports.get(i), inputs.others.get(i));
            if (ports[i].isGateway()) {
                found = i;
            }
        }
        gateway = found;
    }

    static RouterPath compile(Inputs inputs) {
        return new RouterCompiler(inputs).path();
    }

    private static List<Cidr> networks(LogicalRouterPort row) {
        List<Cidr> networks = new ArrayList<>();
        row.networks().forEach(text -> networks.add(Cidr.parse(text)));
        networks.add(new Cidr(Mac.linkLocal(Mac.parse(row.mac())), 64));
        return networks;
    }

    private static RouterPort port(LogicalRouterPort row, List<LogicalRouterPort> others) {
        AddressIndex.Builder neighbours = new AddressIndex.Builder();
        for (LogicalRouterPort other : others) {
            for (Cidr each : networks(other)) {
                neighbours.put(each.ip(), Mac.parse(other.mac()));
            }
        }
        return new RouterPort(
                row.name(),
                Mac.parse(row.mac()),
                networks(row),
                row.isEnabled(),
                row.isGateway(),
                neighbours.build());
    }

    private RouterPath path() {
        AddressIndex.Builder own = new AddressIndex.Builder();
        AddressIndex.Builder refused = new AddressIndex.Builder();
        for (int i = 0; i < ports.length; i++) {
            for (Cidr each : ports[i].networks()) {
                own.put(each.ip(), i);
                if (each.ip().isIp4()) {
                    refused.put(each.ip(), i);
                    refused.put(each.last(), i);
                }
            }
        }
        NatRule[] rules = rules();
        AddressIndex.Builder external = new AddressIndex.Builder();
        AddressIndex.Builder dnat = new AddressIndex.Builder();
        AddressIndex.Builder back = new AddressIndex.Builder();
        AddressIndex.Builder sources = new AddressIndex.Builder();
        for (int i = 0; i < rules.length; i++) {
            external.put(rules[i].external(), i);
            if (rules[i].isDnat()) {
                dnat.put(rules[i].external(), i);
                back.put(rules[i].logical().ip(), i);
            }
            if (rules[i].row().isSnatOnly()) {
                sources.put(rules[i].external(), i);
            }
        }
        String label = inputs.row.externalIds().getOrDefault("neutron:router_name", "");
        return new RouterPath(
                inputs.row.name(),
                "lr:" + (label.isEmpty() ? inputs.row.name() : label),
                ports,
                gateway,
                own.build(),
                refused.build(),
                rules,
                external.build(),
                dnat.build(),
                back.build(),
                sources.build(),
                new LbTable(inputs.balancers),
                routes());
    }

    /** The longest prefix first; none without a port that translates. */
    private NatRule[] rules() {
        List<NatRule> rules = new ArrayList<>();
        for (Nat row : gateway < 0 ? List.<Nat>of() : inputs.row.nat()) {
            rules.add(
                    new NatRule(
                            row,
                            Ip.parse(row.externalIp()),
                            Cidr.parse(row.logicalIp()),
                            !row.isSnatOnly(),
                            row.isDistributed(),
                            row.isDistributed() ? Mac.parse(row.externalMac()) : 0));
        }
        rules.sort(
                Comparator.comparing(
                        (NatRule rule) -> rule.logical().bits(), Comparator.reverseOrder()));
        return rules.toArray(NatRule[]::new);
    }

    private Route[] routes() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < ports.length; i++) {
            List<Cidr> networks = ports[i].networks();
            for (Cidr each : networks.subList(0, networks.size() - 1)) {
                int priority = PREFIX * each.length() + CONNECTED;
                routes.add(new Route(each, priority, i, each.ip(), each.ip(), true, false));
            }
        }
        int connected = routes.size();
        for (StaticRoute each : inputs.row.staticRoutes()) {
            addStatic(routes, connected, each);
        }
        // Those of one prefix stay together: a walk takes one of neighbours.
        routes.sort(
                Comparator.comparing(Route::priority, Comparator.reverseOrder())
                        .thenComparingLong((Route route) -> route.prefix().ip().hi())
                        .thenComparingLong((Route route) -> route.prefix().ip().lo()));
        return routes.toArray(Route[]::new);
    }

    private void addStatic(List<Route> routes, int connected, StaticRoute row) {
        Cidr prefix = Cidr.parse(row.ipPrefix());
        Ip hop = Ip.parse(row.nexthop());
        for (int i = 0; i < ports.length; i++) {
            int network = ports[i].networkOf(hop.hi(), hop.lo());
            boolean isNamed = ports[i].name().equals(row.outputPort());
            if (network < 0 && !isNamed || !row.outputPort().isEmpty() && !isNamed) {
                continue;
            }
            Ip source = ports[i].networks().get(Math.max(0, network)).ip();
            boolean isShared = false;
            for (int j = connected; j < routes.size(); j++) {
                Route other = routes.get(j);
                if (other.prefix().equals(prefix)) {
                    isShared = true;
                    routes.set(j, shared(other));
                }
            }
            int priority = PREFIX * prefix.length() + STATIC;
            routes.add(new Route(prefix, priority, i, source, hop, false, isShared));
            return;
        }
    }

    private static Route shared(Route r) {
        return new Route(r.prefix(), r.priority(), r.port(), r.source(), r.nextHop(), false, true);
    }
}
