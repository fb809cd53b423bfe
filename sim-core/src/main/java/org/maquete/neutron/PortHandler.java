package org.maquete.neutron;

import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.ovn.OvnView;
import org.maquete.world.World;

/** Decides about ports. */
final class PortHandler {

    private PortHandler() {}

    static void create(CreatePort command, World world, Outcome out) {
        String name = command.deviceId() + " " + command.network() + " " + command.name();
        String uuid = Ids.uuid(world, NeutronTables.PORTS, name, out);
        Choice choice = choose(command, uuid, world, out);
        if (choice.refusal.isPresent()) {
            out.refuse(choice.refusal.get());
            return;
        }
        List<String> groups =
                command.groups().isEmpty()
                        ? List.of(Groups.ensureDefault(command.project(), world, out))
                        : command.groups();
        out.fact(
                new PortCreated(
                        uuid,
                        command.project(),
                        command.network(),
                        command.name(),
                        Ids.mac(uuid, out),
                        command.deviceId(),
                        command.deviceOwner(),
                        choice.subnet,
                        choice.address,
                        groups,
                        command.host()));
        if (!command.host().isEmpty() && NeutronView.binds(world, command.host())) {
            long delay = out.draw(NeutronSubsystem.PLUGGING, uuid, 0);
            out.schedule(delay, new PortUpDue(uuid));
        }
        out.answer(Answer.of(uuid));
    }

    /** The host has plugged the port in, if it is still there and anybody has told the host. */
    static void up(PortUpDue event, World world, Outcome out) {
        Optional<Port> port = NeutronView.port(world, event.uuid());
        if (port.isPresent()) {
            String device = port.get().deviceId();
            out.fact(
                    OvnView.standstill(world).isEmpty()
                            ? new PortBecameActive(event.uuid(), device)
                            : new PortStalled(event.uuid(), device));
        }
    }

    /** What was written in the meantime becomes flows now. */
    static void plug(PlugWaitingPorts command, World world, Outcome out) {
        for (Port port : world.table(NeutronTables.PORTS)) {
            boolean waits =
                    port.deviceOwner().startsWith("compute:")
                            && port.status().equals("DOWN")
                            && !port.host().isEmpty();
            if (waits && NeutronView.binds(world, port.host())) {
                long delay = out.draw(NeutronSubsystem.PLUGGING, port.uuid(), out.now());
                out.schedule(delay, new PortUpDue(port.uuid()));
            }
        }
    }

    static void bind(BindPort command, World world, Outcome out) {
        out.fact(new PortBound(command.port(), command.host()));
    }

    static void setGroups(SetPortGroups command, World world, Outcome out) {
        out.fact(new PortGroupsSet(command.port(), command.groups()));
    }

    private record Choice(String subnet, String address, Optional<Refusal> refusal) {

        static Choice no(String code, String message) {
            return new Choice("", "", Optional.of(Refusal.of(code, message)));
        }
    }

    private static Choice choose(CreatePort command, String uuid, World world, Outcome out) {
        Optional<Refusal> quota = Quotas.exceeded(world, Quotas.Resource.PORT, command.project());
        if (quota.isPresent()) {
            return new Choice("", "", quota);
        }
        List<Subnet> subnets =
                NeutronView.subnets(world, command.network()).stream()
                        .filter(s ->
                                command.subnet().isEmpty() || s.uuid().equals(command.subnet()))
                        .toList();
        if (!command.address().isEmpty()) {
            return asked(command.address(), subnets, world);
        }
        for (Subnet subnet : subnets) {
            Optional<Long> address = Addresses.random(world, subnet, out.draws(uuid, "address", 0));
            if (address.isPresent()) {
                return new Choice(subnet.uuid(), Ipv4.text(address.get()), Optional.empty());
            }
        }
        return subnets.isEmpty()
                ? new Choice("", "", Optional.empty())
                : new Choice("", "", Optional.of(exhausted(command.network())));
    }

    private static Choice asked(String text, List<Subnet> subnets, World world) {
        Optional<Long> address = Ipv4.parse(text);
        if (address.isEmpty()) {
            return Choice.no(
                    "400",
                    "Invalid input for fixed_ips. Reason: '"
                            + text
                            + "' is not a valid IP address.");
        }
        for (Subnet subnet : subnets) {
            if (Ipv4.Cidr.of(subnet.cidr()).range().contains(address.get())) {
                boolean taken = Addresses.used(world, subnet).contains(address.get());
                return taken
                        ? Choice.no(
                                "409",
                                "IP address %s already allocated in subnet %s"
                                        .formatted(text, subnet.uuid()))
                        : new Choice(subnet.uuid(), text, Optional.empty());
            }
        }
        return Choice.no(
                "400", "IP address " + text + " is not a valid IP for the specified subnet.");
    }

    static Refusal exhausted(String network) {
        return Refusal.of("409", "No more IP addresses available on network " + network + ".");
    }
}
