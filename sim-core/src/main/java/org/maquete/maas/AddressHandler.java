package org.maquete.maas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.Table;
import org.maquete.world.World;

/** Decides which device gets which address. */
final class AddressHandler {

    private AddressHandler() {}

    static void assign(AssignAddress command, World world, Outcome out) {
        if (!MaasView.addressOf(world, command.device()).isEmpty()) {
            return;
        }
        boolean isFirst = command.cidr().isEmpty();
        Optional<String> free =
                isFirst
                        ? lowestFree(world)
                        : lowestFree(world, world.table(MaasView.SUBNETS).find(command.cidr()));
        if (free.isPresent()) {
            out.fact(new AddressAssigned(command.device(), free.get()));
        } else {
            out.refuse(isFirst ? exhausted(world) : exhausted(command.cidr()));
        }
    }

    static void release(ReleaseAddress command, World world, Outcome out) {
        if (!MaasView.addressOf(world, command.device()).isEmpty()) {
            out.fact(new AddressReleased(command.device()));
        }
        releaseFurther(command.device(), world, out);
    }

    /** Gives back what a device has in other subnets than its first. */
    static void releaseFurther(String device, World world, Outcome out) {
        if (InterfaceView.isPlain(world)) {
            return;
        }
        for (Address address : MaasView.addresses(world)) {
            if (address.device().startsWith(Address.device(device, ""))) {
                out.fact(new AddressReleased(address.device()));
            }
        }
    }

    /**
     * The addresses that a deployment needs: one in each subnet that an interface of the machine is
     * linked to, the first under the name of the machine, further ones with their subnet behind it.
     * What it has already it keeps.
     */
    static List<AddressAssigned> needed(String machine, World world, List<Refusal> refusals) {
        if (InterfaceView.isPlain(world) || HardwareView.nics(world, machine).isEmpty()) {
            String cidr = MaasView.subnet(world).map(Subnet::cidr).orElse("");
            return needed(machine, List.of(cidr), world, refusals);
        }
        List<String> cidrs = InterfaceView.cidrs(world, machine);
        if (cidrs.isEmpty()) {
            // MAAS 3.5, models/node.py, _start_deployment
            refusals.add(Barred.form("network", "Node must be configured to use a network"));
        }
        return needed(machine, cidrs, world, refusals);
    }

    private static List<AddressAssigned> needed(
            String machine, List<String> cidrs, World world, List<Refusal> refusals) {
        List<AddressAssigned> needed = new ArrayList<>();
        for (int i = 0; i < cidrs.size(); i++) {
            String cidr = cidrs.get(i);
            String device = i == 0 ? machine : Address.device(machine, cidr);
            if (!MaasView.addressOf(world, device).isEmpty()) {
                continue;
            }
            String picked =
                    InterfaceView.isPlain(world) ? "" : InterfaceView.picked(world, machine, cidr);
            Optional<String> free =
                    picked.isEmpty()
                            ? lowestFree(world, world.table(MaasView.SUBNETS).find(cidr))
                            : Optional.of(picked);
            free.ifPresentOrElse(
                    address -> needed.add(new AddressAssigned(device, address)),
                    () -> refusals.add(exhausted(cidr)));
        }
        return needed;
    }

    /** Why no address can be had. */
    static Refusal exhausted(World world) {
        return exhausted(MaasView.subnet(world).map(Subnet::cidr).orElse("(no subnet)"));
    }

    private static Refusal exhausted(String cidr) {
        // MAAS 3.5, models/subnet.py; the code is that of StaticIPAddressExhaustion.
        return Refusal.missing(
                "503", "No more IPs available in subnet: " + cidr + ".", "address", cidr);
    }

    /** The lowest address of the subnet that MAAS may give away. */
    static Optional<String> lowestFree(World world) {
        return lowestFree(world, MaasView.subnet(world));
    }

    private static Optional<String> lowestFree(World world, Optional<Subnet> subnet) {
        Optional<Ipv4.Range> all = subnet.flatMap(s -> Ipv4.cidr(s.cidr()));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Ipv4.Range> excluded = excluded(subnet.get());
        long[] used = used(world);
        int next = 0; // the first of the used that is not below the candidate
        long at = all.get().low() + 1;
        while (at < all.get().high()) {
            while (next < used.length && used[next] < at) {
                next++;
            }
            long above = above(excluded, at);
            if (above > at) {
                at = above;
            } else if (next < used.length && used[next] == at) {
                at++;
            } else {
                return Optional.of(Ipv4.text(at));
            }
        }
        return Optional.empty();
    }

    /** All addresses given away, in order. */
    private static long[] used(World world) {
        Table<Address> addresses = world.table(MaasView.ADDRESSES);
        long[] used = new long[addresses.count()];
        int count = 0;
        for (Address address : addresses) {
            used[count++] = Ipv4.parse(address.address()).orElse(-1);
        }
        Arrays.sort(used);
        return used;
    }

    /** The first address above the range that an address is in; itself when it is in none. */
    private static long above(List<Ipv4.Range> ranges, long address) {
        for (Ipv4.Range range : ranges) {
            if (range.contains(address)) {
                return range.high() + 1;
            }
        }
        return address;
    }

    private static List<Ipv4.Range> excluded(Subnet subnet) {
        List<Ipv4.Range> ranges = new ArrayList<>();
        for (String single : List.of(subnet.gateway(), subnet.dns(), subnet.region())) {
            Ipv4.parse(single).ifPresent(a -> ranges.add(new Ipv4.Range(a, a)));
        }
        Ipv4.range(subnet.dynamicLow(), subnet.dynamicHigh()).ifPresent(ranges::add);
        subnet.reserved().forEach(text -> Ipv4.range(text).ifPresent(ranges::add));
        return ranges;
    }
}
