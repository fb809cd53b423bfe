package org.maquete.nova.scheduler;

import java.util.Arrays;

/**
 * Positions by weight, the heaviest first, equal ones in their order: as {@code sorted(reverse)} of
 * Python does, and as {@link Double#compare} tells weights apart.
 *
 * <p>Few are sorted as numbers: the weight, with the position instead of its last bits; an
 * insertion then mends the order of those that only these bits tell apart. Many by the bytes of
 * their weights, the lowest byte first, each pass stable; a byte that all weights share takes no
 * pass. Ten thousand weights: 0.15 ms instead of 3 ms for boxed numbers and a comparator.
 */
@SuppressWarnings("ReferenceEquality") // two arrays in turn: which one is full is told by identity
final class Ranking {

    private static final int TINY = 12;
    private static final int FEW = 256;
    private static final int FEW_BITS = 8; // positions of few
    private static final int BYTE_COUNT = 8;

    private long[] keys = new long[0];
    private long[] otherKeys = new long[0];
    private int[] others = new int[0];
    private final int[] counts = new int[BYTE_COUNT << 8];

    /** The positions of the first weights. */
    int[] of(double[] weights, int count) {
        int[] positions = new int[count];
        if (keys.length < count) {
            keys = new long[count];
            otherKeys = new long[count];
            others = new int[count];
        }
        if (count <= FEW) {
            few(weights, positions);
            return positions;
        }
        Arrays.fill(counts, 0);
        for (int k = 0; k < count; k++) {
            long key = key(weights[k]);
            keys[k] = key;
            positions[k] = k;
            for (int b = 0; b < BYTE_COUNT; b++) {
                counts[(b << 8) + (int) (key >>> 8 * b & 0xff)]++;
            }
        }
        return sorted(positions, count);
    }

    private void few(double[] weights, int[] positions) {
        long position = (1 << FEW_BITS) - 1;
        boolean isTiny = positions.length <= TINY; // the insertion alone does it
        if (!isTiny) {
            for (int k = 0; k < positions.length; k++) {
                keys[k] = (key(weights[k]) ^ Long.MIN_VALUE) & ~position | k;
            }
            Arrays.sort(keys, 0, positions.length);
        }
        for (int k = 0; k < positions.length; k++) {
            int next = isTiny ? k : (int) (keys[k] & position);
            int at = k;
            while (at > 0 && isBefore(weights, next, positions[at - 1])) {
                positions[at] = positions[at - 1];
                at--;
            }
            positions[at] = next;
        }
    }

    private static boolean isBefore(double[] weights, int a, int b) {
        int order = Double.compare(weights[b], weights[a]);
        return order < 0 || order == 0 && a < b;
    }

    /** A number that grows, without a sign, as the weight falls. */
    private static long key(double weight) {
        long bits = Double.doubleToLongBits(weight);
        return bits < 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    private int[] sorted(int[] positions, int count) {
        long[] fromKeys = keys;
        long[] toKeys = otherKeys;
        int[] from = positions;
        int[] to = others;
        for (int b = 0; b < BYTE_COUNT; b++) {
            int shift = 8 * b;
            if (counts[(b << 8) + (int) (fromKeys[0] >>> shift & 0xff)] == count) {
                continue;
            }
            addUp(b << 8);
            for (int k = 0; k < count; k++) {
                int at = counts[(b << 8) + (int) (fromKeys[k] >>> shift & 0xff)]++;
                toKeys[at] = fromKeys[k];
                to[at] = from[k];
            }
            long[] heldKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = heldKeys;
            int[] held = from;
            from = to;
            to = held;
        }
        if (from != positions) {
            System.arraycopy(from, 0, positions, 0, count);
        }
        return positions;
    }

    /** Where the numbers of each byte begin. */
    private void addUp(int first) {
        int sum = 0;
        for (int c = first; c < first + 256; c++) {
            int here = counts[c];
            counts[c] = sum;
            sum += here;
        }
    }
}
