package org.maquete.kernel;

import java.util.SplittableRandom;

/**
 * A fixed cycle of exponential increments in ticks, mean one second. A tick is 2^-30 s, about a
 * nanosecond: whole ticks are exact as {@code double} seconds too (up to 2^23 s), so an engine that
 * counts in {@code double} has the same times and ties as one that counts in {@code long}.
 */
final class Increments {

    static final double TICKS_PER_SECOND = 0x1p30;

    private static final int COUNT = 1 << 16;

    private final long[] cycle = new long[COUNT];
    private int taken;

    Increments() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < COUNT; i++) {
            double seconds = -StrictMath.log(1 - random.nextDouble());
            cycle[i] = (long) (seconds * TICKS_PER_SECOND);
        }
    }

    long next() {
        return cycle[taken++ & COUNT - 1];
    }
}
