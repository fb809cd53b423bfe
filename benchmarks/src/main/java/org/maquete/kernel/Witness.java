package org.maquete.kernel;

import java.util.Locale;

/** Who came when, as three numbers that are equal only if (almost surely) the order was. */
final class Witness {

    /** After so many events the numbers are also kept, to be printed: the same on each machine. */
    static final int MILESTONE = 1 << 17;

    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private long events;
    private long lastTicks;
    private long order;
    private String milestone = "none";

    void saw(long ticks, int customer) {
        events++;
        lastTicks = ticks;
        order = (order ^ ticks) * FACTOR + customer;
        if (events == MILESTONE) {
            milestone = toString();
        }
    }

    /** What was seen after {@value #MILESTONE} events. */
    String milestone() {
        return milestone;
    }

    long events() {
        return events;
    }

    /** Fails with both texts unless the other one saw the same. */
    void expectSame(Witness expected) {
        if (!toString().equals(expected.toString())) {
            throw new IllegalStateException("expected " + expected + ", found " + this);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d events, clock %,d ticks, order %016x", events, lastTicks, order);
    }
}
