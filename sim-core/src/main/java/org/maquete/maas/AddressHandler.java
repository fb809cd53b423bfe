package org.maquete.maas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides which device gets which address. */
final class AddressHandler {

    private AddressHandler() {}

    static void assign(AssignAddress command, World world, Outcome out) {
        if (!MaasView.addressOf(world, command.device()).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet =
                command.cidr().isEmpty()
                        ? MaasView.subnet(world)
                        : world.table(MaasView.SUBNETS).find(command.cidr());
        Optional<String> free = lowestFree(subnet, world);
        if (free.isPresent()) {
            out.fact(new AddressAssigned(command.device(), free.get()));
        } else {
            out.refuse(exhausted(subnet));
        }
    }

    static void release(ReleaseAddress command, World world, Outcome out) {
        if (!MaasView.addressOf(world, command.device()).isEmpty()) {
            out.fact(new AddressReleased(command.device()));
        }
    }

    /** Why no address can be had. */
    static Refusal exhausted(World world) {
        return exhausted(MaasView.subnet(world));
    }

    private static Refusal exhausted(Optional<Subnet> subnet) {
        String cidr = subnet.map(Subnet::cidr).orElse("(no subnet)");
        // MAAS 3.5, models/subnet.py; the code is that of StaticIPAddressExhaustion.
        return Refusal.missing(
                "503", "No more IPs available in subnet: " + cidr + ".", "address", cidr);
    }

    /** The lowest address of the subnet that MAAS may give away. */
    static Optional<String> lowestFree(World world) {
        return lowestFree(MaasView.subnet(world), world);
    }

    private static Optional<String> lowestFree(Optional<Subnet> subnet, World world) {
        Optional<Ipv4.Range> all = subnet.flatMap(s -> Ipv4.cidr(s.cidr()));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Ipv4.Range> excluded = excluded(subnet.get());
        TreeSet<Long> used = new TreeSet<>();
        for (Address address : MaasView.addresses(world)) {
            Ipv4.parse(address.address()).ifPresent(used::add);
        }
        long at = all.get().low() + 1;
        while (at < all.get().high()) {
            long candidate = at;
            Optional<Ipv4.Range> in =
                    excluded.stream().filter(r -> r.contains(candidate)).findFirst();
            if (in.isPresent()) {
                at = in.get().high() + 1;
            } else if (used.contains(at)) {
                at++;
            } else {
                return Optional.of(Ipv4.text(at));
            }
        }
        return Optional.empty();
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
