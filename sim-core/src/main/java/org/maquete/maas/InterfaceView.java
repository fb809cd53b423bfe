package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.world.Table;
import org.maquete.world.World;

/**
 * The network interfaces of a machine in MAAS: what a person made or changed has a row; a port of
 * the hardware that nobody touched is linked to its subnet, as commissioning leaves it, and so is
 * the Open vSwitch bridge over it that the lab describes, in its place.
 */
public final class InterfaceView {

    private InterfaceView() {}

    /** All of a machine: ports, the bridges of the lab, what people made. */
    public static List<Interface> of(World world, String machine) {
        List<Interface> all = new ArrayList<>();
        for (Nic nic : HardwareView.nics(world, machine)) {
            all.add(port(nic, world));
        }
        for (Nic nic : HardwareView.nics(world, machine)) {
            if (!nic.ovsBridge().isEmpty()) {
                all.add(bridge(nic, world));
            }
        }
        for (Interface row : world.table(MaasView.INTERFACES)) {
            if (row.machine().equals(machine)) {
                all.removeIf(each -> each.name().equals(row.name()));
                all.add(row);
            }
        }
        all.removeIf(each -> each.number() == GONE);
        return all;
    }

    /** The number of an interface of the lab that a person has deleted. */
    static final int GONE = -1;

    /** The one of a machine with that name or number. */
    public static Optional<Interface> find(World world, String machine, String text) {
        for (Interface each : of(world, machine)) {
            if (each.name().equals(text) || Integer.toString(each.number()).equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The interfaces right above one. */
    public static List<Interface> children(World world, Interface below) {
        return of(world, below.machine()).stream()
                .filter(each -> each.parents().contains(below.name()))
                .toList();
    }

    /** The subnets in which a machine gets an address, each once, in order of its interfaces. */
    static List<String> cidrs(World world, String machine) {
        List<String> cidrs = new ArrayList<>();
        for (Interface each : of(world, machine)) {
            for (InterfaceLink link : each.links()) {
                if (link.isConfigured() && !cidrs.contains(link.cidr())) {
                    cidrs.add(link.cidr());
                }
            }
        }
        return cidrs;
    }

    /** The address that a person picked for a machine in a subnet, or the empty text. */
    static String picked(World world, String machine, String cidr) {
        for (Interface each : of(world, machine)) {
            for (InterfaceLink link : each.links()) {
                if (link.mode() == LinkMode.STATIC && link.cidr().equals(cidr)) {
                    return link.address();
                }
            }
        }
        return "";
    }

    /** Whether nobody has changed an interface anywhere: then the first subnet is all there is. */
    static boolean isPlain(World world) {
        return world.table(MaasView.INTERFACES).count() == 0
                && world.table(MaasView.SUBNETS).count() < 2;
    }

    /** A number that no interface and no link has. */
    static int nextNumber(World world) {
        int next = 2 * world.table(HardwareView.NICS).nextId() + 1;
        for (Interface row : world.table(MaasView.INTERFACES)) {
            next = Math.max(next, row.number() + 1);
            for (InterfaceLink link : row.links()) {
                next = Math.max(next, link.number() + 1);
            }
        }
        return next;
    }

    private static Interface port(Nic nic, World world) {
        boolean isBare = nic.ovsBridge().isEmpty();
        int number = nic.id() + 1;
        return made(nic, nic.name(), InterfaceType.PHYSICAL, number, isBare, world);
    }

    private static Interface bridge(Nic nic, World world) {
        int number = world.table(HardwareView.NICS).nextId() + nic.id() + 1;
        return made(nic, nic.ovsBridge(), InterfaceType.BRIDGE, number, true, world);
    }

    private static Interface made(
            Nic nic, String name, InterfaceType type, int number, boolean linked, World world) {
        Table<Subnet> subnets = world.table(MaasView.SUBNETS);
        Optional<Subnet> subnet = subnets.find(nic.subnet());
        boolean isBridge = type == InterfaceType.BRIDGE;
        return new Interface(
                0,
                nic.machine(),
                name,
                number,
                type,
                nic.mac(),
                subnet.map(Subnet::vlan).orElse(""),
                isBridge ? List.of(nic.name()) : List.of(),
                isBridge
                        ? List.of("bridge_type=ovs", "bridge_stp=False", "bridge_fd=15")
                        : List.of(),
                linked && subnet.isPresent()
                        ? List.of(new InterfaceLink(number, LinkMode.AUTO, nic.subnet(), ""))
                        : List.of());
    }
}
