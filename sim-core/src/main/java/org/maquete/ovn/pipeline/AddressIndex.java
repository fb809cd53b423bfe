package org.maquete.ovn.pipeline;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds a number by an address, which is a MAC or an {@link Ip}: open addressing over two arrays,
 * made once and never changed. A look-up touches one or two places and makes nothing.
 */
final class AddressIndex {

    static final AddressIndex EMPTY = new Builder().build();

    /** Not one of the addresses. */
    static final long NONE = Long.MIN_VALUE;

    private final long[] keys;
    private final long[] values;
    private final int mask;

    private AddressIndex(long[] keys, long[] values) {
        this.keys = keys;
        this.values = values;
        this.mask = values.length - 1;
    }

    long get(long hi, long lo) {
        int at = slot(hi, lo) & mask;
        while (values[at] != NONE) {
            if (keys[2 * at] == hi && keys[2 * at + 1] == lo) {
                return values[at];
            }
            at = at + 1 & mask;
        }
        return NONE;
    }

    long get(long mac) {
        return get(0, mac);
    }

    boolean has(long hi, long lo) {
        return get(hi, lo) != NONE;
    }

    private static int slot(long hi, long lo) {
        long mixed = (hi * 0x9E37_79B9_7F4A_7C15L ^ lo) * 0xBF58_476D_1CE4_E5B9L;
        return (int) (mixed >>> 32);
    }

    /** Collects; of two values for one address the first stays. */
    static final class Builder {

        private final Map<Ip, Long> values =
                new TreeMap<>((a, b) ->
                        a.hi() != b.hi()
                                ? Long.compare(a.hi(), b.hi())
                                : Long.compare(a.lo(), b.lo()));

        Builder put(Ip ip, long value) {
            values.putIfAbsent(ip, value);
            return this;
        }

        Builder put(long mac, long value) {
            return put(new Ip(0, mac), value);
        }

        AddressIndex build() {
            int capacity = Integer.highestOneBit(Math.max(1, values.size()) * 2) * 2;
            long[] keys = new long[2 * capacity];
            long[] found = new long[capacity];
            Arrays.fill(found, NONE);
            for (Map.Entry<Ip, Long> each : values.entrySet()) {
                int at = slot(each.getKey().hi(), each.getKey().lo()) & capacity - 1;
                while (found[at] != NONE) {
                    at = at + 1 & capacity - 1;
                }
                keys[2 * at] = each.getKey().hi();
                keys[2 * at + 1] = each.getKey().lo();
                found[at] = each.getValue();
            }
            return new AddressIndex(keys, found);
        }
    }
}
