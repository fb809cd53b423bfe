package org.maquete.neutron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.maquete.kernel.Draws;
import org.maquete.world.World;

/** Which addresses of a subnet are free, and which one is taken. */
final class Addresses {

    // 1000, addresses: neutron yoga, ipam/drivers/neutrondb_ipam/driver.py MAX_WIN
    private static final int WINDOW = 1000;

    private Addresses() {}

    /** Addresses of the subnet in use, in order. */
    static SortedSet<Long> used(World world, Subnet subnet) {
        SortedSet<Long> used = new TreeSet<>();
        for (Port port : world.table(NeutronTables.PORTS)) {
            if (port.subnet().equals(subnet.uuid())) {
                used.add(Ipv4.of(port.address()));
            }
        }
        Ipv4.Range all = Ipv4.Cidr.of(subnet.cidr()).range();
        for (FloatingIp floating : world.table(NeutronTables.FLOATING_IPS)) {
            long address = Ipv4.of(floating.address());
            if (floating.network().equals(subnet.network()) && all.contains(address)) {
                used.add(address);
            }
        }
        return used;
    }

    /** One of the first free addresses of the pools, by luck; empty when there is none. */
    static Optional<Long> random(World world, Subnet subnet, Draws draws) {
        List<Long> free = free(world, subnet, WINDOW);
        return free.isEmpty() ? Optional.empty() : Optional.of(free.get(draws.below(free.size())));
    }

    /** The first free address of the pools; empty when there is none. */
    static Optional<Long> first(World world, Subnet subnet) {
        return free(world, subnet, 1).stream().findFirst();
    }

    private static List<Long> free(World world, Subnet subnet, int limit) {
        SortedSet<Long> used = used(world, subnet);
        List<Long> free = new ArrayList<>();
        for (String pool : subnet.pools()) {
            Ipv4.Range range = Ipv4.Range.of(pool);
            for (long at = range.first(); at <= range.last() && free.size() < limit; at++) {
                if (!used.contains(at)) {
                    free.add(at);
                }
            }
        }
        return free;
    }

    /** The subnet of a network that contains the address. */
    static Optional<Subnet> subnetOf(World world, String network, long address) {
        return NeutronView.subnets(world, network).stream()
                .filter(s -> Ipv4.Cidr.of(s.cidr()).range().contains(address))
                .findFirst();
    }
}
