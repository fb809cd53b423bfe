package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** What MAAS's forms object to: MAAS 3.5, forms/interface.py and interface_link.py. */
final class InterfaceForm {

    private static final List<String> BOND_MODES =
            List.of(
                    "balance-rr",
                    "active-backup",
                    "balance-xor",
                    "broadcast",
                    "802.3ad",
                    "balance-tlb",
                    "balance-alb");
    private static final List<String> BRIDGE_TYPES = List.of("standard", "ovs");

    private InterfaceForm() {}

    /** The name that a new interface gets. */
    static String name(CreateInterface command, Interface parent) {
        if (!command.name().isEmpty() || command.type() != InterfaceType.VLAN) {
            return command.name();
        }
        String vlan = command.vlan();
        return parent.name() + "." + vlan.substring(vlan.indexOf(' ') + 1);
    }

    static Optional<Refusal> refusal(
            CreateInterface command, List<Interface> parents, World world) {
        Optional<Refusal> of =
                switch (command.type()) {
                    case BOND -> bond(command, parents, world);
                    case BRIDGE -> bridge(command, parents, world);
                    case VLAN -> vlan(command, parents, world);
                    case PHYSICAL -> Optional.empty();
                };
        if (of.isPresent()) {
            return of;
        }
        String name = name(command, parents.getFirst());
        if (name.isEmpty()) {
            return form("name", "This field is required.");
        }
        if (InterfaceView.find(world, command.hostname(), name).isPresent()) {
            String fqdn = MaasView.fqdn(command.hostname());
            String machine = MaasView.machine(world, command.hostname()).orElseThrow().systemId();
            return form(
                    "name",
                    "Node "
                            + machine
                            + " ("
                            + fqdn
                            + ") already has an interface named '"
                            + name
                            + "'.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> bond(
            CreateInterface command, List<Interface> parents, World world) {
        if (parents.isEmpty()) {
            return form("parents", "A bond interface must have one or more parents.");
        }
        TreeSet<String> used = new TreeSet<>();
        for (Interface parent : parents) {
            if (!InterfaceView.children(world, parent).isEmpty()) {
                used.add(parent.name());
            }
        }
        if (!used.isEmpty()) {
            return form("parents", "Interfaces already in-use: " + String.join(", ", used) + ".");
        }
        if (parents.stream().anyMatch(p -> p.type() != InterfaceType.PHYSICAL)) {
            return form("parents", "Only physical interfaces can be bonded.");
        }
        String vlan = command.vlan().isEmpty() ? parents.getFirst().vlan() : command.vlan();
        if (parents.stream().anyMatch(p -> !p.vlan().equals(vlan))) {
            return form("parents", "All parents must belong to the same VLAN.");
        }
        return choice("bond_mode", Resource.value(command.params(), "bond_mode"), BOND_MODES);
    }

    private static Optional<Refusal> bridge(
            CreateInterface command, List<Interface> parents, World world) {
        if (parents.size() != 1) {
            return form("parent", "A bridge interface must have exactly one parent.");
        }
        Interface parent = parents.getFirst();
        if (parent.type() == InterfaceType.BRIDGE) {
            return form(
                    "parent", "A bridge interface can't have another bridge interface as parent.");
        }
        for (Interface child : InterfaceView.children(world, parent)) {
            if (child.type() != InterfaceType.VLAN) {
                return form(
                        "parent",
                        "A bridge interface can't have a parent that is already in a bond or a"
                                + " bridge.");
            }
        }
        String type = Resource.value(command.params(), "bridge_type");
        return choice("bridge_type", type, BRIDGE_TYPES);
    }

    private static Optional<Refusal> vlan(
            CreateInterface command, List<Interface> parents, World world) {
        if (parents.size() != 1) {
            return form("parent", "A VLAN interface must have exactly one parent.");
        }
        Interface parent = parents.getFirst();
        if (parent.type() == InterfaceType.VLAN) {
            return form("parent", "A VLAN interface can't have another VLAN interface as parent.");
        }
        for (Interface child : InterfaceView.children(world, parent)) {
            if (child.type() == InterfaceType.BOND) {
                return form(
                        "parent",
                        "A VLAN interface can't have a parent that is already in a bond.");
            }
        }
        String vlan = command.vlan();
        if (vlan.isEmpty()) {
            return form("vlan", "A VLAN interface must be connected to a tagged VLAN.");
        }
        if (vlan.endsWith(" 0")) {
            return form("vlan", "A VLAN interface can only belong to a tagged VLAN.");
        }
        String fabric = vlan.substring(0, vlan.indexOf(' ') + 1);
        return parent.vlan().startsWith(fabric)
                ? Optional.empty()
                : form(
                        "vlan",
                        "A VLAN interface can only belong to a tagged VLAN on the same fabric as"
                                + " its parent interface.");
    }

    static Optional<Refusal> refusal(LinkSubnet command, Interface to, World world) {
        for (Interface child : InterfaceView.children(world, to)) {
            if (child.type() == InterfaceType.BOND) {
                return form(
                        "bond",
                        "Cannot link interface("
                                + to.name()
                                + ") when interface is in a bond("
                                + child.name()
                                + ").");
            }
        }
        Optional<Subnet> subnet = world.table(MaasView.SUBNETS).find(command.cidr());
        boolean elsewhere = subnet.isPresent() && !subnet.get().vlan().equals(to.vlan());
        if (elsewhere && !to.vlan().isEmpty() && !command.force()) {
            return form(
                    "subnet",
                    "Select a valid choice. That choice is not one of the available choices.");
        }
        return switch (command.mode()) {
            case AUTO ->
                    subnet.isPresent()
                            ? Optional.empty()
                            : form("subnet", "This field is required.");
            case STATIC -> picked(command, subnet);
            case DHCP -> dhcp(to);
            case LINK_UP -> up(command, to);
        };
    }

    private static Optional<Refusal> dhcp(Interface to) {
        for (InterfaceLink link : to.links()) {
            if (link.mode() == LinkMode.DHCP) {
                String from = link.cidr().isEmpty() ? "" : " from '" + link.cidr() + "'";
                return form("mode", "Interface is already set to DHCP" + from + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> picked(LinkSubnet command, Optional<Subnet> subnet) {
        if (subnet.isEmpty()) {
            return form("subnet", "This field is required.");
        }
        if (command.address().isEmpty()) {
            return Optional.empty();
        }
        Ipv4.Range all = Ipv4.cidr(subnet.get().cidr()).orElseThrow();
        if (Ipv4.parse(command.address()).stream().noneMatch(all::contains)) {
            return form(
                    "ip_address",
                    "IP address is not in the given subnet '" + subnet.get().cidr() + "'.");
        }
        Optional<Ipv4.Range> dynamic =
                Ipv4.range(subnet.get().dynamicLow(), subnet.get().dynamicHigh());
        boolean taken =
                dynamic.isPresent()
                        && Ipv4.parse(command.address()).stream().anyMatch(dynamic.get()::contains);
        return taken
                ? form(
                        "ip_address",
                        "IP address is inside a dynamic range "
                                + subnet.get().dynamicLow()
                                + " to "
                                + subnet.get().dynamicHigh()
                                + ".")
                : Optional.empty();
    }

    private static Optional<Refusal> up(LinkSubnet command, Interface to) {
        boolean isLinked = to.links().stream().anyMatch(link -> link.mode() != LinkMode.LINK_UP);
        return isLinked && !command.force()
                ? form(
                        "mode",
                        "Cannot configure interface to link up (with no IP address) while other"
                                + " links are already configured. Specify force=True to override"
                                + " this behavior and delete all links.")
                : Optional.empty();
    }

    static Optional<Refusal> refusal(UnlinkSubnet command, Interface from) {
        List<String> numbers = new ArrayList<>();
        from.links().forEach(link -> numbers.add(Integer.toString(link.number())));
        String typed = Integer.toString(command.number());
        return command.number() == 0 ? Optional.empty() : choice("id", typed, numbers);
    }

    /** MAAS 3.5, utils/forms.py, compose_invalid_choice_text. */
    static Optional<Refusal> choice(String field, String value, List<String> choices) {
        return choices.contains(value)
                ? Optional.empty()
                : form(
                        field,
                        "'"
                                + value
                                + "' is not a valid "
                                + field
                                + ".  It should be one of: "
                                + choices.stream()
                                        .map(each -> "'" + each + "'")
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static Optional<Refusal> form(String field, String message) {
        return Optional.of(Barred.form(field, message));
    }
}
