package org.maquete.neutron;

import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides about floating addresses. */
final class FloatingIpHandler {

    private FloatingIpHandler() {}

    static void create(CreateFloatingIp command, World world, Outcome out) {
        Network network = world.table(NeutronTables.NETWORKS).get(command.network());
        if (!network.external()) {
            out.refuse(
                    Refusal.of(
                            "400",
                            "Bad floatingip request: Network "
                                    + network.uuid()
                                    + " is not a valid external network."));
            return;
        }
        Optional<Refusal> quota =
                Quotas.exceeded(world, Quotas.Resource.FLOATING_IP, command.project());
        if (quota.isPresent()) {
            out.refuse(quota.get());
            return;
        }
        // several floating addresses are equal but for the number made before
        String name = command.project() + " " + network.name() + " " + command.address();
        String uuid = Ids.uuid(world, NeutronTables.FLOATING_IPS, name, out);
        Optional<String> address = address(command, network, uuid, world, out);
        if (address.isPresent()) {
            out.fact(new FloatingIpCreated(uuid, command.project(), network.uuid(), address.get()));
            if (!command.port().isEmpty()) {
                FloatingIp made =
                        new FloatingIp(
                                0,
                                uuid,
                                command.project(),
                                network.uuid(),
                                address.get(),
                                "",
                                "",
                                "",
                                0);
                associate(made, command.port(), world, out);
            }
            out.answer(Answer.of(uuid));
        }
    }

    private static Optional<String> address(
            CreateFloatingIp command, Network network, String uuid, World world, Outcome out) {
        if (!command.address().isEmpty()) {
            return asked(command, network, world, out);
        }
        for (Subnet subnet : NeutronView.subnets(world, network.uuid())) {
            Optional<Long> free = Addresses.random(world, subnet, out.draws(uuid, "address", 0));
            if (free.isPresent()) {
                return free.map(Ipv4::text);
            }
        }
        out.refuse(
                NeutronView.subnets(world, network.uuid()).isEmpty()
                        ? Refusal.of(
                                "400",
                                "Bad floatingip request: Network "
                                        + network.uuid()
                                        + " does not contain any IPv4 subnet.")
                        : PortHandler.exhausted(network.uuid()));
        return Optional.empty();
    }

    private static Optional<String> asked(
            CreateFloatingIp command, Network network, World world, Outcome out) {
        Optional<Subnet> subnet =
                Ipv4.parse(command.address())
                        .flatMap(a -> Addresses.subnetOf(world, network.uuid(), a));
        if (subnet.isEmpty()) {
            out.refuse(
                    Refusal.of(
                            "400",
                            "IP address "
                                    + command.address()
                                    + " is not a valid IP for any of the subnets on the specified"
                                    + " network."));
            return Optional.empty();
        }
        if (Addresses.used(world, subnet.get()).contains(Ipv4.of(command.address()))) {
            out.refuse(
                    Refusal.of(
                            "409",
                            "IP address %s already allocated in subnet %s"
                                    .formatted(command.address(), subnet.get().uuid())));
            return Optional.empty();
        }
        return Optional.of(command.address());
    }

    static void associate(AssociateFloatingIp command, World world, Outcome out) {
        FloatingIp floating = world.table(NeutronTables.FLOATING_IPS).get(command.floatingIp());
        if (command.port().isEmpty()) {
            if (!floating.port().isEmpty()) {
                out.fact(new FloatingIpAssociated(floating.uuid(), floating.address(), "", "", ""));
            }
            return;
        }
        associate(floating, command.port(), world, out);
    }

    private static void associate(FloatingIp floating, String to, World world, Outcome out) {
        Port port = world.table(NeutronTables.PORTS).get(to);
        Optional<FloatingIp> other =
                NeutronView.floatingIpsOf(world, to).stream()
                        .filter(f -> f.network().equals(floating.network()))
                        .filter(f -> !f.uuid().equals(floating.uuid()))
                        .findFirst();
        if (other.isPresent()) {
            out.refuse(
                    Refusal.of(
                            "409",
                            ("Cannot associate floating IP %s (%s) with port %s using fixed IP %s,"
                                            + " as that fixed IP already has a floating IP on"
                                            + " external network %s.")
                                    .formatted(
                                            floating.address(),
                                            floating.uuid(),
                                            to,
                                            port.address(),
                                            floating.network())));
            return;
        }
        Optional<String> router = routerTo(floating.network(), port.subnet(), world);
        if (router.isEmpty()) {
            out.refuse(
                    Refusal.of(
                            "404",
                            ("External network %s is not reachable from subnet %s.  Therefore,"
                                            + " cannot associate Port %s with a Floating IP.")
                                    .formatted(floating.network(), port.subnet(), to)));
            return;
        }
        out.fact(
                new FloatingIpAssociated(
                        floating.uuid(), floating.address(), to, port.address(), router.get()));
    }

    /** The router that has an interface in the subnet and its gateway in the network. */
    private static Optional<String> routerTo(String network, String subnet, World world) {
        return NeutronView.routers(world).stream()
                .filter(r -> r.gatewayNetwork().equals(network))
                .map(Router::uuid)
                .filter(r ->
                        NeutronView.portsOf(world, r).stream()
                                .anyMatch(p -> p.subnet().equals(subnet)))
                .findFirst();
    }
}
