package org.maquete.maas;

import java.util.Optional;
import java.util.OptionalLong;

/** IPv4 addresses as numbers, and the text forms that MAAS uses. */
public final class Ipv4 {

    private static final int BITS = 32;

    private Ipv4() {}

    /** The number of a dotted address; empty when the text is none. */
    public static OptionalLong parse(String text) {
        long value = 0;
        int at = 0;
        for (int part = 0; part < 4; part++) {
            int dot = part == 3 ? text.length() : text.indexOf('.', at);
            int number = dot < 0 ? -1 : part(text, at, dot);
            if (number < 0) {
                return OptionalLong.empty();
            }
            value = (value << 8) | number;
            at = dot + 1;
        }
        return OptionalLong.of(value);
    }

    /** A number of one to three digits up to 255, or -1. */
    private static int part(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < Math.min(end, start + 4); i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return end == start || end - start > 3 || number > 255 ? -1 : number;
    }

    /** The dotted form of a number. */
    public static String text(long address) {
        return ((address >> 24) & 255)
                + "."
                + ((address >> 16) & 255)
                + "."
                + ((address >> 8) & 255)
                + "."
                + (address & 255);
    }

    /** A range of addresses, both ends included; empty when {@code high} is below {@code low}. */
    public record Range(long low, long high) {

        /** Whether an address lies in the range. */
        public boolean contains(long address) {
            return low <= address && address <= high;
        }

        /** Whether a whole range lies in this one. */
        public boolean contains(Range other) {
            return contains(other.low) && contains(other.high);
        }
    }

    /**
     * The range from the network address to the broadcast address; empty when the text is no CIDR.
     */
    public static Optional<Range> cidr(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (length.isEmpty() || length.length() > 2 || !length.chars().allMatch(Ipv4::isDigit)) {
            return Optional.empty();
        }
        OptionalLong address = parse(text.substring(0, slash));
        int bits = Integer.parseInt(length);
        if (address.isEmpty() || bits > BITS) {
            return Optional.empty();
        }
        long span = 1L << (BITS - bits);
        long low = address.getAsLong() / span * span;
        return Optional.of(new Range(low, low + span - 1));
    }

    /** The range written {@code low-high}; empty when the text is none. */
    public static Optional<Range> range(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        return range(text.substring(0, dash).strip(), text.substring(dash + 1).strip());
    }

    /** The range between two dotted addresses; empty when one is none. */
    public static Optional<Range> range(String low, String high) {
        OptionalLong first = parse(low);
        OptionalLong last = parse(high);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Range(first.getAsLong(), last.getAsLong()));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
