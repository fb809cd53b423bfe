package org.maquete.kernel;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The {@link Hold} model on bare queues: one operation is one pop and one push. Whole engines are
 * compared in {@link EngineHoldBench}. Before it is measured, each queue must give the same order
 * as {@link java.util.PriorityQueue} does.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class PendingOrderBench {

    static final int BATCH = 1 << 12;

    /** How many events are pending. */
    @Param({"1000", "100000", "1000000"})
    private int pending = 1000;

    /** Whose queue. */
    @Param private Queue queue = Queue.JDK_PRIORITY_QUEUE;

    private Hold hold = Queue.JDK_PRIORITY_QUEUE.holding(0);

    /** The peers. */
    public enum Queue {
        /** Ours. */
        RADIX_LADDER,
        /** Ours, the plain one. */
        FOUR_ARY_HEAP,
        /** The one of the JDK. */
        JDK_PRIORITY_QUEUE;

        Hold holding(int customers) {
            return switch (this) {
                case RADIX_LADDER -> new OrderHold(new RadixLadder(), customers);
                case FOUR_ARY_HEAP -> new OrderHold(new FourAryHeap(), customers);
                case JDK_PRIORITY_QUEUE -> new JdkHold(customers);
            };
        }
    }

    /** Fills the queue and checks the order of its first {@value Witness#MILESTONE} events. */
    @Setup
    public void fillAndCheck() {
        Hold reference = Queue.JDK_PRIORITY_QUEUE.holding(pending);
        hold = queue.holding(pending);
        reference.run(Witness.MILESTONE);
        hold.run(Witness.MILESTONE);
        hold.witness().expectSame(reference.witness());
        System.out.printf(
                Locale.ROOT, "# counted, hold model, %,d pending: %s%n", pending, hold.witness());
    }

    /** Fails unless as many are pending as at the start. */
    @TearDown(Level.Iteration)
    public void count() {
        if (hold.pending() != pending) {
            throw new IllegalStateException(
                    "expected " + pending + " pending, found " + hold.pending());
        }
    }

    /** Pops and pushes. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Hold hold() {
        hold.run(BATCH);
        return hold;
    }
}
