package org.maquete.neutron;

import java.util.Optional;

/** Addresses of IPv4 as whole numbers. */
final class Ipv4 {

    private Ipv4() {}

    /** The number of an address as four decimal parts; empty when it is none. */
    static Optional<Long> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        long value = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Ipv4::isDigit)) {
                return Optional.empty();
            }
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(value);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The address of a number that was parsed before. */
    static long of(String text) {
        return parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("expected an address, found " + text));
    }

    /** Four decimal parts. */
    static String text(long value) {
        return (value >> 24 & 255)
                + "."
                + (value >> 16 & 255)
                + "."
                + (value >> 8 & 255)
                + "."
                + (value & 255);
    }

    /** First and last address of something. */
    record Range(long first, long last) {

        /** {@code first-last}, parsed before. */
        static Range of(String text) {
            int dash = text.indexOf('-');
            return new Range(Ipv4.of(text.substring(0, dash)), Ipv4.of(text.substring(dash + 1)));
        }

        boolean contains(long address) {
            return address >= first && address <= last;
        }

        boolean overlaps(Range other) {
            return first <= other.last && other.first <= last;
        }

        boolean isWithin(Range other) {
            return first >= other.first && last <= other.last;
        }

        @Override
        public String toString() {
            return text(first) + "-" + text(last);
        }
    }

    /** A network of addresses: {@code 192.168.0.0/24}. */
    record Cidr(long base, int bits) {

        /** The network that contains the address before the slash; empty when it is none. */
        static Optional<Cidr> parse(String text) {
            int slash = text.indexOf('/');
            String length = slash < 0 ? "32" : text.substring(slash + 1);
            boolean fits = length.length() <= 2 && !length.isEmpty();
            if (!fits || !length.chars().allMatch(Ipv4::isDigit) || Integer.parseInt(length) > 32) {
                return Optional.empty();
            }
            int bits = Integer.parseInt(length);
            return Ipv4.parse(slash < 0 ? text : text.substring(0, slash))
                    .map(address -> new Cidr(address >> (32 - bits) << (32 - bits), bits));
        }

        /** The network of a text that was parsed before. */
        static Cidr of(String text) {
            return parse(text)
                    .orElseThrow(
                            () -> new IllegalArgumentException("expected a CIDR, found " + text));
        }

        /** From the network's own address to the broadcast address. */
        Range range() {
            return new Range(base, base + (1L << (32 - bits)) - 1);
        }

        /** The addresses that hosts may have. */
        Range hosts() {
            Range all = range();
            return bits >= 31 ? all : new Range(all.first() + 1, all.last() - 1);
        }

        @Override
        public String toString() {
            return text(base) + "/" + bits;
        }
    }
}
