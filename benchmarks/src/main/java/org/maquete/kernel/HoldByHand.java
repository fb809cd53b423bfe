package org.maquete.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * {@link EngineHoldBench} without JMH: one loop and two looks at the clock, to know that the figure
 * is not an artefact of the harness, and how much of the time this thread had a processor: the rest
 * went to the collector and to others on the machine. Arguments: engine, pending, seconds.
 */
final class HoldByHand {

    private static final int BATCH = 1 << 12;
    private static final long SECOND_NS = 1_000_000_000;
    private static final long WARM_UP_NS = 2 * SECOND_NS;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HoldByHand() {}

    /** Prints one line. */
    public static void main(String[] words) {
        EngineHoldBench.Engine engine = EngineHoldBench.Engine.valueOf(words[0]);
        int pending = Integer.parseInt(words[1]);
        long seconds = Long.parseLong(words[2]);
        Hold hold = engine.holding(pending);
        nsPerEvent(hold, WARM_UP_NS);
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        double ns = nsPerEvent(hold, seconds * SECOND_NS);
        long taken = System.nanoTime() - before;
        long onCpu = (THREADS.getCurrentThreadCpuTime() - cpuBefore) * 100 / taken;
        EngineHoldBench.check(hold, pending);
        System.out.printf(
                Locale.ROOT,
                "by hand: %s %d %.0f ns/event, on a processor %d %% of the time%n",
                engine,
                pending,
                ns,
                onCpu);
    }

    private static double nsPerEvent(Hold hold, long leastNs) {
        long before = System.nanoTime();
        long events = 0;
        long taken = 0;
        while (taken < leastNs) {
            hold.run(BATCH);
            events += BATCH;
            taken = System.nanoTime() - before;
        }
        return (double) taken / events;
    }
}
