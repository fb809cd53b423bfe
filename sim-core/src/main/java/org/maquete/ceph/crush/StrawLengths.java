package org.maquete.ceph.crush;

import java.util.Arrays;
import org.maquete.world.Ints;

/**
 * The lengths of the straws of a bucket with algorithm straw. They are in no dump: the real program
 * computes them in doubles when a map is compiled, and so do we, in its order of operations.
 *
 * <p>Items are sorted by weight, ties in order. The lightest gets a straw of length 1; each heavier
 * one a straw longer by a factor that makes it win as often as its weight wants. Version 0 of the
 * calculation counts items that weigh 0 among those left and jumps over ties; it gives wrong shares
 * and is kept because old maps are placed by it.
 *
 * <p>{@code Math.pow} differs from the C library's in the last bit of 0.07 % of such arguments, and
 * in none after the result is cut to 16.16 (measured on 200,000); but {@code pow(1, infinity)} is 1
 * there and not a number here.
 */
final class StrawLengths {

    private static final double ONE = 0x10000; // <1>: 16.16 fixed point

    private final Ints weights;
    private final int[] ascending;
    private final int[] lengths;
    private double straw = 1.0;
    private double below;
    private double last;
    private int left;

    private StrawLengths(Ints weights) {
        this.weights = weights;
        this.ascending = ascending(weights);
        this.lengths = new int[weights.count()];
        this.left = weights.count();
    }

    /** The lengths, unsigned, in 65,536ths. */
    static int[] of(Ints weights, int version) {
        StrawLengths lengths = new StrawLengths(weights);
        if (version == 0) {
            lengths.version0();
        } else {
            lengths.version1();
        }
        return lengths.lengths;
    }

    private static int[] ascending(Ints weights) {
        long[] keys = new long[weights.count()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = weight(weights, i) << 31 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i] & Integer.MAX_VALUE;
        }
        return order;
    }

    private static long weight(Ints weights, int index) {
        return Integer.toUnsignedLong(weights.get(index));
    }

    private long at(int place) {
        return weight(weights, ascending[place]);
    }

    private void version0() {
        int i = 0;
        while (i < lengths.length) {
            if (at(i) == 0) {
                i++;
                continue;
            }
            lengths[ascending[i]] = fixed16();
            i++;
            if (i == lengths.length) {
                return;
            }
            if (at(i) == at(i - 1)) {
                continue;
            }
            below += (at(i - 1) - last) * left;
            for (int j = i; j < lengths.length && at(j) == at(i); j++) {
                left--;
            }
            longer(i);
        }
    }

    private void version1() {
        int i = 0;
        while (i < lengths.length) {
            if (at(i) == 0) {
                i++;
                left--;
                continue;
            }
            lengths[ascending[i]] = fixed16();
            i++;
            if (i == lengths.length) {
                return;
            }
            below += (at(i - 1) - last) * left;
            left--;
            longer(i);
        }
    }

    private void longer(int i) {
        // The real program multiplies in 32 bits before it goes to doubles.
        double next = Integer.toUnsignedLong((int) (left * (at(i) - at(i - 1))));
        double share = below / (below + next);
        straw *= pow(1.0 / share, 1.0 / left);
        last = at(i - 1);
    }

    private static double pow(double base, double exponent) {
        return base == 1.0 ? 1.0 : Math.pow(base, exponent);
    }

    private int fixed16() {
        return (int) (long) (straw * ONE);
    }
}
