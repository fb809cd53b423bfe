package org.maquete.reach;

import java.util.Optional;

/** Addresses of IPv4 as texts, as Neutron's rows have them. */
final class Ip4 {

    private Ip4() {}

    static boolean is(String text) {
        return parse(text).isPresent();
    }

    /** The number of an address; empty when the text is none. */
    static Optional<Long> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : parts) {
            boolean isNumber = !part.isEmpty() && part.length() <= 3;
            for (int i = 0; i < part.length(); i++) {
                isNumber &= part.charAt(i) >= '0' && part.charAt(i) <= '9';
            }
            if (!isNumber || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            value = value << 8 | Integer.parseInt(part);
        }
        return Optional.of(value);
    }

    static String text(long value) {
        return (value >> 24 & 255)
                + "."
                + (value >> 16 & 255)
                + "."
                + (value >> 8 & 255)
                + "."
                + (value & 255);
    }

    /** Whether an address is in a network; false for what is not IPv4. */
    static boolean isIn(String address, String cidr) {
        int slash = cidr.indexOf('/');
        Optional<Long> number = parse(address);
        Optional<Long> network = parse(slash < 0 ? cidr : cidr.substring(0, slash));
        if (number.isEmpty() || network.isEmpty()) {
            return false;
        }
        int length = slash < 0 ? 32 : Integer.parseInt(cidr.substring(slash + 1));
        long mask = length == 0 ? 0 : -1L << 32 - length;
        return ((number.get() ^ network.get()) & mask & 0xffff_ffffL) == 0;
    }

    /** A network as it is written, of an address in it: {@code 10.0.0.1/24} is 10.0.0.0/24. */
    static String network(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<Long> number = parse(slash < 0 ? cidr : cidr.substring(0, slash));
        if (slash < 0 || number.isEmpty()) {
            return cidr;
        }
        int length = Integer.parseInt(cidr.substring(slash + 1));
        long mask = length == 0 ? 0 : -1L << 32 - length;
        return text(number.get() & mask) + cidr.substring(slash);
    }

    /** Whether an address is in a pool, written {@code first-last}. */
    static boolean isInPool(String address, String pool) {
        int dash = pool.indexOf('-');
        Optional<Long> number = parse(address);
        Optional<Long> first = parse(pool.substring(0, Math.max(0, dash)));
        Optional<Long> last = parse(pool.substring(dash + 1));
        return number.isPresent()
                && first.isPresent()
                && last.isPresent()
                && number.get() >= first.get()
                && number.get() <= last.get();
    }

    /** The highest address of a network that is not its broadcast. */
    static long last(String cidr) {
        int slash = cidr.indexOf('/');
        long network = parse(cidr.substring(0, slash)).orElse(0L);
        int length = Integer.parseInt(cidr.substring(slash + 1));
        long hosts = length == 0 ? 0xffff_ffffL : (1L << 32 - length) - 1;
        return (network | hosts) - 1;
    }
}
