package org.maquete.neutron.ovn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maquete.neutron.FloatingIp;
import org.maquete.neutron.Network;
import org.maquete.neutron.Port;
import org.maquete.neutron.Router;
import org.maquete.neutron.Subnet;
import org.maquete.ovn.nb.GatewayChassis;
import org.maquete.ovn.nb.LogicalRouter;
import org.maquete.ovn.nb.LogicalRouterPort;
import org.maquete.ovn.nb.Nat;
import org.maquete.ovn.nb.StaticRoute;

/** Routers, their ports, where gateways may live, and what they translate. */
final class RouterRows {

    private final NeutronObjects objects;
    private final DriverOptions options;
    private final List<LogicalRouter> routers = new ArrayList<>();
    private final List<LogicalRouterPort> ports = new ArrayList<>();

    RouterRows(NeutronObjects objects, DriverOptions options, GatewayScheduler scheduler) {
        this.objects = objects;
        this.options = options;
        scheduler.schedule(objects);
        objects.routers().forEach(router -> router(router, scheduler));
    }

    List<LogicalRouter> routers() {
        return routers;
    }

    List<LogicalRouterPort> ports() {
        return ports;
    }

    private void router(Router router, GatewayScheduler scheduler) {
        List<String> names = new ArrayList<>();
        List<Nat> nat = new ArrayList<>();
        List<StaticRoute> routes = new ArrayList<>();
        Optional<Port> gateway = Optional.empty();
        for (Port port : objects.portsOfRouter(router.uuid())) {
            List<GatewayChassis> chassis = List.of();
            if (port.deviceOwner().equals(NeutronObjects.GATEWAY)) {
                gateway = Optional.of(port);
                chassis = scheduler.rows(port);
            }
            names.add("lrp-" + port.uuid());
            ports.add(port(port, chassis));
        }
        for (String route : objects.routes(router.uuid())) {
            String[] words = route.split(" ", -1); // destination, next hop
            routes.add(new StaticRoute(words[0], words[1], "", new TreeMap<>()));
        }
        gateway.ifPresent(port -> leave(router, port, nat, routes));
        for (FloatingIp each : objects.floatingIpsOfRouter(router.uuid())) {
            nat.add(floating(each, router));
        }
        SortedMap<String, String> own = new TreeMap<>();
        own.put("always_learn_from_arp_request", "false");
        own.put("dynamic_neigh_routers", "true");
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:router_name", router.name());
        ids.put("neutron:gw_port_id", gateway.map(Port::uuid).orElse(""));
        ids.put("neutron:revision_number", "3");
        ids.put("neutron:availability_zone_hints", "");
        routers.add(
                new LogicalRouter(
                        SwitchRows.name(router.uuid()),
                        true,
                        names,
                        nat,
                        routes,
                        List.of(),
                        own,
                        ids));
    }

    private LogicalRouterPort port(Port port, List<GatewayChassis> chassis) {
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:revision_number", "1");
        ids.put("neutron:subnet_ids", port.subnet());
        ids.put("neutron:network_name", SwitchRows.name(port.network()));
        ids.put("neutron:router_name", port.deviceId());
        SortedMap<String, String> own = new TreeMap<>();
        Network network = objects.network(port.network());
        if (network.type().equals("vlan")) {
            own.put("reside-on-redirect-chassis", options.isDistributed() ? "false" : "true");
        }
        return new LogicalRouterPort(
                "lrp-" + port.uuid(),
                port.mac(),
                List.of(objects.cidr(port)),
                true,
                chassis,
                own,
                ids);
    }

    /** The way out: the default route, and a translation for each subnet inside. */
    private void leave(Router router, Port gateway, List<Nat> nat, List<StaticRoute> routes) {
        Optional<Subnet> outside = objects.subnet(gateway.subnet());
        if (outside.isEmpty()) {
            return;
        }
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:is_ext_gw", "true");
        ids.put("neutron:subnet_id", gateway.subnet());
        if (!outside.get().gateway().isEmpty()) {
            routes.add(new StaticRoute("0.0.0.0/0", outside.get().gateway(), "", ids));
        }
        for (Port port : objects.portsOfRouter(router.uuid())) {
            Optional<Subnet> inside = objects.subnet(port.subnet());
            if (port.deviceOwner().equals(NeutronObjects.INTERFACE) && inside.isPresent()) {
                nat.add(
                        new Nat(
                                "snat",
                                gateway.address(),
                                inside.get().cidr(),
                                "",
                                "",
                                new TreeMap<>()));
            }
        }
    }

    private Nat floating(FloatingIp floating, Router router) {
        String mac = DrawnIds.mac(floating.uuid(), "floating port");
        SortedMap<String, String> ids = new TreeMap<>();
        ids.put("neutron:fip_id", floating.uuid());
        ids.put("neutron:revision_number", "2");
        ids.put("neutron:fip_port_id", floating.port());
        ids.put("neutron:router_name", SwitchRows.name(router.uuid()));
        ids.put("neutron:fip_external_mac", mac);
        ids.put("neutron:fip_network_id", floating.network());
        boolean isUp =
                objects.port(floating.port())
                        .map(port -> port.status().equals("ACTIVE"))
                        .orElse(false);
        return new Nat(
                "dnat_and_snat",
                floating.address(),
                floating.fixedAddress(),
                floating.port(),
                options.isDistributed() && isUp ? mac : "",
                ids);
    }
}
