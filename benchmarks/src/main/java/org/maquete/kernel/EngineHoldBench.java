package org.maquete.kernel;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
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
 * The {@link Hold} model on whole engines: one operation is one event, from the queue through the
 * engine to the handler, which schedules the next. Starting an engine is not in the time. Every
 * event that was handled, warm-up included, is replayed afterwards on a bare queue, and the count,
 * the final clock and the order must be the same. {@link HoldByHand} measures the same without JMH.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class EngineHoldBench {

    static final int BATCH = 1 << 12;

    /** How many events are pending. */
    @Param({"1000", "100000", "1000000"})
    private int pending = 1000;

    /** Whose engine. */
    @Param private Engine engine = Engine.MAQUETE;

    private Hold hold = new JdkHold(0);

    /** The peers. */
    public enum Engine {
        /** Ours, the event alone. */
        MAQUETE,
        /** Ours, with a fact that is digested and folded into a column. */
        MAQUETE_WITH_FACTS,
        /** The one of CloudSim Plus 8.5.7, the event alone. */
        CLOUDSIM_PLUS;

        Hold holding(int customers) {
            return switch (this) {
                case MAQUETE -> new MaqueteHold(customers, false);
                case MAQUETE_WITH_FACTS -> new MaqueteHold(customers, true);
                case CLOUDSIM_PLUS -> new CloudSimPlusHold(customers);
            };
        }
    }

    /** Starts the engine and lets it take in its first events. */
    @Setup
    public void start() {
        hold = engine.holding(pending);
    }

    /** Handles events. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Hold hold() {
        hold.run(BATCH);
        return hold;
    }

    /** Checks the answer. */
    @TearDown
    public void check() {
        check(hold, pending);
    }

    /** Replays all events on a bare queue, and prints what does not depend on the machine. */
    static void check(Hold hold, int pending) {
        if (hold.pending() != pending) {
            throw new IllegalStateException(
                    "expected " + pending + " pending, found " + hold.pending());
        }
        while (hold.witness().events() < Witness.MILESTONE) {
            hold.run(BATCH);
        }
        Hold reference = new OrderHold(new RadixLadder(), pending);
        for (long left = hold.witness().events(); left > 0; left -= BATCH) {
            reference.run((int) Math.min(left, BATCH));
        }
        hold.witness().expectSame(reference.witness());
        System.out.printf(
                Locale.ROOT,
                "# counted, hold model, %,d pending: %s%n",
                pending,
                hold.witness().milestone());
    }
}
