package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/**
 * Decides about bonds, bridges, VLAN interfaces and their links: MAAS 3.5, api/interfaces.py,
 * forms/interface.py, forms/interface_link.py. Whoever puts a bond or a bridge over an interface
 * takes its links away; the new one is only up until a subnet is linked to it, and a machine
 * without any such link cannot be deployed.
 */
final class InterfaceHandler {

    private InterfaceHandler() {}

    static void create(CreateInterface command, World world, Outcome out) {
        List<Interface> parents = new ArrayList<>();
        for (String parent : command.parents()) {
            InterfaceView.find(world, command.hostname(), parent).ifPresent(parents::add);
        }
        Optional<Refusal> why =
                Barred.first(
                        barred(command.hostname(), "create " + noun(command.type()), world),
                        InterfaceForm.refusal(command, parents, world));
        if (why.isPresent()) {
            out.refuse(why.get());
            return;
        }
        Interface first = parents.getFirst();
        String vlan = command.vlan().isEmpty() ? first.vlan() : command.vlan();
        int number = InterfaceView.nextNumber(world);
        out.fact(
                new InterfaceSet(
                        command.hostname(),
                        InterfaceForm.name(command, first),
                        number,
                        command.type(),
                        command.mac().isEmpty() ? first.mac() : command.mac(),
                        vlan,
                        command.parents(),
                        command.params(),
                        List.of(new InterfaceLink(number, LinkMode.LINK_UP, "", ""))));
        if (command.type() != InterfaceType.VLAN) {
            for (Interface parent : parents) {
                out.fact(InterfaceSet.of(parent.linked(List.of()).on(vlan)));
            }
        }
    }

    private static String noun(InterfaceType type) {
        return type == InterfaceType.VLAN ? "VLAN" : type.text();
    }

    static void delete(DeleteInterface command, World world, Outcome out) {
        Optional<Refusal> why = barred(command.hostname(), "delete interface", world);
        Optional<Interface> found = InterfaceView.find(world, command.hostname(), command.name());
        if (why.isEmpty() && found.isEmpty()) {
            why = Optional.of(missing(command.name()));
        }
        if (why.isPresent()) {
            out.refuse(why.get());
        } else {
            remove(found.get(), world, out);
        }
    }

    /** With all that has no other parent. */
    private static void remove(Interface gone, World world, Outcome out) {
        for (Interface child : InterfaceView.children(world, gone)) {
            if (child.parents().size() == 1) {
                remove(child, world, out);
            }
        }
        out.fact(
                new InterfaceSet(
                        gone.machine(),
                        gone.name(),
                        InterfaceView.GONE,
                        gone.type(),
                        gone.mac(),
                        gone.vlan(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    static void link(LinkSubnet command, World world, Outcome out) {
        Optional<Interface> found = InterfaceView.find(world, command.hostname(), command.name());
        Optional<Refusal> why = barred(command.hostname(), "link subnet", world);
        if (why.isEmpty()) {
            why =
                    found.isEmpty()
                            ? Optional.of(missing(command.name()))
                            : InterfaceForm.refusal(command, found.get(), world);
        }
        if (why.isPresent()) {
            out.refuse(why.get());
            return;
        }
        boolean isAlone = command.force() || command.mode() == LinkMode.LINK_UP;
        Interface base = isAlone ? found.get().linked(List.of()) : found.get();
        Optional<Subnet> subnet = world.table(MaasView.SUBNETS).find(command.cidr());
        String vlan = subnet.map(Subnet::vlan).orElse(base.vlan());
        InterfaceLink link =
                new InterfaceLink(
                        InterfaceView.nextNumber(world),
                        command.mode(),
                        command.cidr(),
                        command.address());
        out.fact(InterfaceSet.of(base.on(vlan).with(link)));
    }

    static void unlink(UnlinkSubnet command, World world, Outcome out) {
        String doing = command.number() == 0 ? "disconnect" : "unlink subnet";
        Optional<Interface> found = InterfaceView.find(world, command.hostname(), command.name());
        Optional<Refusal> why = barred(command.hostname(), doing, world);
        if (why.isEmpty()) {
            why =
                    found.isEmpty()
                            ? Optional.of(missing(command.name()))
                            : InterfaceForm.refusal(command, found.get());
        }
        if (why.isPresent()) {
            out.refuse(why.get());
            return;
        }
        Interface each = found.get();
        if (command.number() == 0) {
            out.fact(InterfaceSet.of(each.linked(List.of()).on("")));
            return;
        }
        List<InterfaceLink> left = new ArrayList<>(each.links());
        left.removeIf(link -> link.number() == command.number());
        if (left.isEmpty()) {
            left.add(new InterfaceLink(command.number(), LinkMode.LINK_UP, "", ""));
        }
        out.fact(InterfaceSet.of(each.linked(left)));
    }

    private static Refusal missing(String name) {
        return Refusal.missing("404", "No Interface matches the given query.", "interface", name);
    }

    /** A machine that is in use or under way keeps its network. */
    private static Optional<Refusal> barred(String hostname, String doing, World world) {
        Optional<Machine> machine = MaasView.machine(world, hostname);
        if (machine.isEmpty()) {
            return Optional.of(Barred.unknown(hostname));
        }
        return switch (machine.get().status()) {
            case NEW, READY, FAILED_TESTING, ALLOCATED, BROKEN -> Optional.empty();
            default ->
                    Optional.of(
                            Refusal.of(
                                    "409",
                                    "Cannot "
                                            + doing
                                            + " interface because the machine is not New, Ready,"
                                            + " Allocated, or Broken."));
        };
    }
}
