package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about routers, their interfaces and their gateways. */
final class RouterHandler {

    static final String INTERFACE = "network:router_interface";
    static final String GATEWAY = "network:router_gateway";

    private RouterHandler() {}

    static void create(CreateRouter command, World world, Outcome out) {
        Optional<Refusal> refusal =
                Quotas.exceeded(world, Quotas.Resource.ROUTER, command.project());
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String uuid = Ids.uuid(world, NeutronTables.ROUTERS, command.name(), out);
        out.fact(new RouterCreated(uuid, command.project(), command.name(), command.description()));
        if (!command.gatewayNetwork().isEmpty()) {
            gateway(uuid, command.gatewayNetwork(), world, out);
        }
        out.answer(Answer.of(uuid));
    }

    static void addInterface(AddRouterInterface command, World world, Outcome out) {
        Router router = world.table(NeutronTables.ROUTERS).get(command.router());
        Subnet subnet = world.table(NeutronTables.SUBNETS).get(command.subnet());
        Optional<Refusal> refusal = checkInterface(router, subnet, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String name = router.uuid() + " " + subnet.uuid();
        String port = Ids.uuid(world, NeutronTables.PORTS, name, out);
        out.fact(
                new PortCreated(
                        port,
                        router.project(),
                        subnet.network(),
                        "",
                        Ids.mac(port, out),
                        router.uuid(),
                        INTERFACE,
                        subnet.uuid(),
                        subnet.gateway(),
                        List.of(),
                        ""));
    }

    private static Optional<Refusal> checkInterface(Router router, Subnet subnet, World world) {
        for (Port port : NeutronView.portsOf(world, router.uuid())) {
            if (port.subnet().equals(subnet.uuid())) {
                return bad("Router already has a port on subnet " + subnet.uuid());
            }
            Optional<Subnet> other = NeutronView.subnet(world, port.subnet());
            if (other.isPresent() && overlap(other.get(), subnet)) {
                return bad(
                        "Cidr %s of subnet %s overlaps with cidr %s of subnet %s"
                                .formatted(
                                        subnet.cidr(),
                                        subnet.uuid(),
                                        other.get().cidr(),
                                        other.get().uuid()));
            }
        }
        if (subnet.gateway().isEmpty()) {
            return bad("Subnet for router interface must have a gateway IP");
        }
        if (Addresses.used(world, subnet).contains(Ipv4.of(subnet.gateway()))) {
            return Optional.of(
                    Refusal.of(
                            "409",
                            "IP address %s already allocated in subnet %s"
                                    .formatted(subnet.gateway(), subnet.uuid())));
        }
        return Optional.empty();
    }

    private static boolean overlap(Subnet one, Subnet other) {
        return Ipv4.Cidr.of(one.cidr()).range().overlaps(Ipv4.Cidr.of(other.cidr()).range());
    }

    static void removeInterface(RemoveRouterInterface command, World world, Outcome out) {
        Optional<Port> port =
                NeutronView.portsOf(world, command.router()).stream()
                        .filter(p -> p.deviceOwner().equals(INTERFACE))
                        .filter(p -> p.subnet().equals(command.subnet()))
                        .findFirst();
        if (port.isEmpty()) {
            out.refuse(
                    Refusal.of(
                            "404",
                            "Router %s has no interface on subnet %s"
                                    .formatted(command.router(), command.subnet())));
            return;
        }
        boolean needed =
                NeutronView.floatingIps(world).stream()
                        .filter(f -> f.router().equals(command.router()))
                        .map(f -> NeutronView.port(world, f.port()))
                        .anyMatch(p -> p.isPresent() && p.get().subnet().equals(command.subnet()));
        if (needed) {
            out.refuse(
                    Refusal.of(
                            "409",
                            ("Router interface for subnet %s on router %s cannot be deleted, as it"
                                            + " is required by one or more floating IPs.")
                                    .formatted(command.subnet(), command.router())));
            return;
        }
        Subnet subnet = world.table(NeutronTables.SUBNETS).get(command.subnet());
        if (RouteHandler.needs(command.router(), subnet, world)) {
            out.refuse(
                    Refusal.of(
                            "409",
                            ("Router interface for subnet %s on router %s cannot be deleted, as it"
                                            + " is required by one or more routes.")
                                    .formatted(command.subnet(), command.router())));
            return;
        }
        out.fact(new NetworkObjectDeleted(Kinds.PORT, port.get().uuid()));
    }

    static void setGateway(SetRouterGateway command, World world, Outcome out) {
        Router router = world.table(NeutronTables.ROUTERS).get(command.router());
        if (router.gatewayNetwork().equals(command.network())) {
            return;
        }
        boolean needed =
                NeutronView.floatingIps(world).stream()
                        .anyMatch(f -> f.router().equals(router.uuid()));
        if (needed) {
            out.refuse(
                    Refusal.of(
                            "409",
                            ("Gateway cannot be updated for router %s, since a gateway to external"
                                            + " network %s is required by one or more floating"
                                            + " IPs.")
                                    .formatted(router.uuid(), router.gatewayNetwork())));
            return;
        }
        dropGateway(router, world, out);
        if (command.network().isEmpty()) {
            out.fact(new RouterGatewaySet(router.uuid(), ""));
        } else {
            gateway(router.uuid(), command.network(), world, out);
        }
    }

    static void dropGateway(Router router, World world, Outcome out) {
        NeutronView.portsOf(world, router.uuid()).stream()
                .filter(p -> p.deviceOwner().equals(GATEWAY))
                .forEach(p -> out.fact(new NetworkObjectDeleted(Kinds.PORT, p.uuid())));
    }

    private static void gateway(String router, String network, World world, Outcome out) {
        if (!world.table(NeutronTables.NETWORKS).get(network).external()) {
            out.refuse(
                    Refusal.of(
                            "400",
                            "Bad router request: Network "
                                    + network
                                    + " is not an external network."));
            return;
        }
        String name = router + " gateway " + network;
        String port = Ids.uuid(world, NeutronTables.PORTS, name, out);
        List<Subnet> subnets = NeutronView.subnets(world, network);
        Optional<Subnet> subnet = subnets.stream().findFirst();
        Optional<Long> address =
                subnet.flatMap(s -> Addresses.random(world, s, out.draws(name, "address", 0)));
        if (subnet.isPresent() && address.isEmpty()) {
            out.refuse(PortHandler.exhausted(network));
            return;
        }
        subnet.ifPresent(s ->
                out.fact(
                        new PortCreated(
                                port,
                                "",
                                network,
                                "",
                                Ids.mac(port, out),
                                router,
                                GATEWAY,
                                s.uuid(),
                                Ipv4.text(address.orElseThrow()),
                                List.of(),
                                "")));
        out.fact(new RouterGatewaySet(router, network));
    }

    private static Optional<Refusal> bad(String why) {
        return Optional.of(Refusal.of("400", "Bad router request: " + why + "."));
    }
}
