package org.maquete.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.maquete.maas.Ipv4;

/** Addresses of IPv4 as texts, as Neutron's rows have them. */
final class Ip4 {

    private Ip4() {}

    static boolean is(String text) {
        return Ipv4.parse(text).isPresent();
    }

    private static Optional<Ipv4.Range> range(String cidr) {
        return Ipv4.cidr(cidr.indexOf('/') < 0 ? cidr + "/32" : cidr);
    }

    private static boolean isIn(String address, Optional<Ipv4.Range> range) {
        OptionalLong number = Ipv4.parse(address);
        return number.isPresent() && range.isPresent() && range.get().contains(number.getAsLong());
    }

    /** Whether an address is in a network; false for what is not IPv4. */
    static boolean isIn(String address, String cidr) {
        return isIn(address, range(cidr));
    }

    /** A network as it is written, of an address in it: {@code 10.0.0.1/24} is 10.0.0.0/24. */
    static String network(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<Ipv4.Range> range = range(cidr);
        return slash < 0 || range.isEmpty()
                ? cidr
                : Ipv4.text(range.get().low()) + cidr.substring(slash);
    }

    /** Whether an address is in a pool, written {@code first-last}. */
    static boolean isInPool(String address, String pool) {
        return isIn(address, Ipv4.range(pool));
    }

    /** The first address that a host of a network may have; empty for what is no network. */
    static Optional<String> first(String cidr) {
        return range(cidr).map(range -> Ipv4.text(range.low() + 1));
    }

    /** The highest addresses that hosts of a network may have, from the highest down. */
    static List<String> highest(String cidr, int count) {
        List<String> all = new ArrayList<>();
        Optional<Ipv4.Range> range = range(cidr);
        for (long n = 1; range.isPresent() && n <= count; n++) {
            long address = range.get().high() - n;
            if (range.get().contains(address)) {
                all.add(Ipv4.text(address));
            }
        }
        return all;
    }
}
