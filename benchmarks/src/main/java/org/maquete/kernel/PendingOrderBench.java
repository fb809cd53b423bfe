package org.maquete.kernel;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.Simulation;
import org.cloudsimplus.core.events.SimEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The hold model: take the first pending event, put one back an exponential increment later. All
 * four get the same increments. CloudSim Plus is a whole engine (one entity that schedules to
 * itself, as its users do), the other three are queues alone; {@link KernelBench} is our whole
 * engine.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PendingOrderBench.BATCH)
public class PendingOrderBench {

    static final int BATCH = 2_000;
    private static final int INCREMENTS = 1 << 16;
    private static final double MEAN_NS = 1e9;

    private static long[] increments() {
        SplittableRandom random = new SplittableRandom(1);
        long[] values = new long[INCREMENTS];
        for (int i = 0; i < INCREMENTS; i++) {
            values[i] = (long) (-MEAN_NS * Math.log(1 - random.nextDouble()));
        }
        return values;
    }

    /** How many events are pending. */
    @State(Scope.Thread)
    public static class Size {
        @Param({"1000", "100000", "1000000"})
        int pending;
    }

    /** One of our queues under the hold model. */
    private static final class Hold {
        private final PendingOrder queue;
        private final long[] increments = increments();
        private long sequence;

        Hold(PendingOrder queue, int pending) {
            this.queue = queue;
            for (int i = 0; i < pending; i++) {
                push(0);
            }
        }

        private void push(long now) {
            int at = (int) sequence & (INCREMENTS - 1);
            queue.push(now + increments[at], 1L << 61 | sequence++ << 24);
        }

        long batch() {
            for (int i = 0; i < BATCH; i++) {
                long now = queue.firstTime();
                queue.pop();
                push(now);
            }
            return queue.firstTime();
        }
    }

    /** The radix ladder with its content. */
    @State(Scope.Thread)
    public static class Ladder {
        private Hold hold = new Hold(new RadixLadder(), 0);

        /** Fills it. */
        @Setup
        public void fill(Size size) {
            hold = new Hold(new RadixLadder(), size.pending);
        }
    }

    /** The 4-ary heap with its content. */
    @State(Scope.Thread)
    public static class Heap {
        private Hold hold = new Hold(new FourAryHeap(), 0);

        /** Fills it. */
        @Setup
        public void fill(Size size) {
            hold = new Hold(new FourAryHeap(), size.pending);
        }
    }

    /** The queue of the JDK with event objects. */
    @State(Scope.Thread)
    public static class Jdk {
        private final PriorityQueue<Due> queue = new PriorityQueue<>();
        private final long[] increments = increments();
        private long sequence;

        private record Due(long timeNs, long tie) implements Comparable<Due> {
            @Override
            public int compareTo(Due other) {
                int byTime = Long.compare(timeNs, other.timeNs);
                return byTime != 0 ? byTime : Long.compare(tie, other.tie);
            }
        }

        /** Fills it. */
        @Setup
        public void fill(Size size) {
            queue.clear();
            sequence = 0;
            for (int i = 0; i < size.pending; i++) {
                push(0);
            }
        }

        private void push(long now) {
            int at = (int) sequence & (INCREMENTS - 1);
            queue.add(new Due(now + increments[at], 1L << 61 | sequence++ << 24));
        }
    }

    /** CloudSim Plus with one entity that schedules to itself. */
    @State(Scope.Thread)
    public static class Peer {
        private CloudSimPlus engine = new CloudSimPlus();
        private Holder entity = new Holder(engine, 0);
        private long wanted;
        private double intervalSeconds;

        /** Starts it and lets it take in its first events. */
        @Setup
        public void fill(Size size) {
            engine = new CloudSimPlus(1e-9);
            entity = new Holder(engine, size.pending);
            intervalSeconds = MEAN_NS / 1e9 * BATCH / size.pending;
            wanted = 0;
            engine.startSync();
        }
    }

    private static final class Holder extends CloudSimEntity {
        private final int pending;
        private final long[] increments = increments();
        private long sequence;
        private long taken;

        Holder(Simulation engine, int pending) {
            super(engine);
            this.pending = pending;
        }

        @Override
        protected void startInternal() {
            for (int i = 0; i < pending; i++) {
                push();
            }
        }

        @Override
        public void processEvent(SimEvent event) {
            taken++;
            push();
        }

        private void push() {
            schedule(increments[(int) sequence++ & (INCREMENTS - 1)] / 1e9, 1);
        }
    }

    /** Ours. */
    @Benchmark
    public long radixLadder(Ladder state) {
        return state.hold.batch();
    }

    /** Ours, the plain one. */
    @Benchmark
    public long fourAryHeap(Heap state) {
        return state.hold.batch();
    }

    /** The queue of the JDK. */
    @Benchmark
    public long priorityQueue(Jdk state) {
        for (int i = 0; i < BATCH; i++) {
            state.push(state.queue.remove().timeNs());
        }
        return state.sequence;
    }

    /**
     * The engine of CloudSim Plus. Not like for like yet: it is a whole engine beside bare queues,
     * and a call handles about one event whatever its interval, so its figure is not to be quoted.
     */
    @Benchmark
    public double cloudSimPlus(Peer state) {
        state.wanted += BATCH;
        while (state.entity.taken < state.wanted) {
            state.engine.runFor(state.intervalSeconds);
        }
        return state.engine.clock();
    }
}
