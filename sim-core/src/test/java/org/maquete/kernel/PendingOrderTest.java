package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both queues against {@link PriorityQueue}, the slow obvious one. */
class PendingOrderTest {

    private static final long LONGEST = 1L << 58;

    record Pair(long time, long tie) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(tie, other.tie);
        }
    }

    /** A queue and its oracle, driven together. */
    private static final class Pairing {
        private final PendingOrder queue;
        private final PriorityQueue<Pair> oracle;
        private final SplittableRandom random;
        private long now;
        private long sequence;

        Pairing(PendingOrder queue, long seed) {
            this(queue, new PriorityQueue<>(), new SplittableRandom(seed), 0, 0);
        }

        private Pairing(
                PendingOrder queue,
                PriorityQueue<Pair> oracle,
                SplittableRandom random,
                long now,
                long sequence) {
            this.queue = queue;
            this.oracle = oracle;
            this.random = random;
            this.now = now;
            this.sequence = sequence;
        }

        Pairing fork() {
            return new Pairing(
                    queue.fork(), new PriorityQueue<>(oracle), random.split(), now, sequence);
        }

        void push(long time) {
            long tie = (long) random.nextInt(4) << 61 | sequence++ << 24 | random.nextInt(1 << 24);
            queue.push(time, tie);
            oracle.add(new Pair(time, tie));
        }

        void pop() {
            Pair first = oracle.remove();
            assertThat(queue.firstTime()).isEqualTo(first.time());
            assertThat(queue.firstTie()).isEqualTo(first.tie());
            queue.pop();
            now = first.time();
            assertThat(queue.count()).isEqualTo(oracle.size());
        }

        /** Takes the first away as a cancelled one is: the present does not move. */
        void skip() {
            Pair first = oracle.remove();
            assertThat(queue.firstTie()).isEqualTo(first.tie());
            queue.skip();
        }

        void drain() {
            while (!oracle.isEmpty()) {
                pop();
            }
            assertThat(queue.count()).isZero();
        }

        void hold(int pending, int rounds, LongUnaryOperator increment) {
            for (int i = 0; i < pending; i++) {
                push(now + increment.applyAsLong(i));
            }
            for (int i = 0; i < rounds; i++) {
                pop();
                push(now + increment.applyAsLong(i));
            }
        }
    }

    static Stream<PendingOrder> queues() {
        return Stream.of(new RadixLadder(), new FourAryHeap());
    }

    private static long exponential(SplittableRandom random, double mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    @ParameterizedTest
    @MethodSource("queues")
    void holdsExponentialIncrements(PendingOrder queue) {
        SplittableRandom random = new SplittableRandom(1);
        Pairing pairing = new Pairing(queue, 2);

        pairing.hold(5000, 50_000, i -> exponential(random, 1e9));

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void holdsBimodalIncrements(PendingOrder queue) {
        SplittableRandom random = new SplittableRandom(3);
        Pairing pairing = new Pairing(queue, 4);

        pairing.hold(
                3000,
                50_000,
                i -> random.nextInt(10) == 0 ? random.nextLong(1L << 50) : random.nextLong(1000));

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void holdsManyTies(PendingOrder queue) {
        SplittableRandom random = new SplittableRandom(5);
        Pairing pairing = new Pairing(queue, 6);

        pairing.hold(3000, 50_000, i -> 1000L * random.nextInt(4));

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void takesAMillionPairsOfOneInstantInOrderOfLane(PendingOrder queue) {
        Pairing pairing = new Pairing(queue, 7);
        for (int i = 0; i < 1_000_000; i++) {
            pairing.push(12_345_678_901L);
        }

        long last = -1;
        while (queue.count() > 0) {
            if (queue.firstTie() <= last) {
                assertThat(queue.firstTie()).isGreaterThan(last);
            }
            last = queue.firstTie();
            queue.pop();
        }

        assertThat(last >>> 61).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("queues")
    void takesPushesAtThePresentWhilePopping(PendingOrder queue) {
        Pairing pairing = new Pairing(queue, 8);
        for (int i = 0; i < 200; i++) {
            pairing.push(100 + i % 3);
        }

        for (int i = 0; i < 2000; i++) {
            pairing.pop();
            pairing.push(pairing.now);
            pairing.push(pairing.now + i % 2);
            pairing.pop();
        }

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void takesPushesInsideTheSortedRun(PendingOrder queue) {
        SplittableRandom random = new SplittableRandom(9);
        Pairing pairing = new Pairing(queue, 10);
        for (int i = 0; i < 40; i++) {
            pairing.push(1_000_000 + 1000 * i);
        }
        pairing.pop();

        for (int i = 0; i < 5000; i++) {
            pairing.push(pairing.now + random.nextLong(40_000));
        }

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void takesAMillionInOneBurst(PendingOrder queue) {
        SplittableRandom random = new SplittableRandom(11);
        long[] times = random.longs(1_000_000, 0, LONGEST).toArray();
        for (int i = 0; i < times.length; i++) {
            queue.push(times[i], (long) i << 24);
        }

        java.util.Arrays.sort(times);
        for (long time : times) {
            if (queue.firstTime() != time) {
                assertThat(queue.firstTime()).isEqualTo(time);
            }
            queue.pop();
        }

        assertThat(queue.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void leavesThePresentWhereItIsWhenAPairIsSkipped(PendingOrder queue) {
        Pairing pairing = new Pairing(queue, 12);
        pairing.push(1000);
        pairing.push(1000);
        pairing.skip();

        pairing.push(10);
        pairing.push(0);

        pairing.drain();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void agreesWithPriorityQueueInAnyMixOfPushPopSkipAndFork(PendingOrder kind) {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Pairing> branches = new ArrayList<>();
            branches.add(new Pairing(kind.empty(), seed));
            for (int i = 0; i < 1500; i++) {
                round(branches, random);
            }
            branches.forEach(Pairing::drain);
        }
    }

    private static void round(List<Pairing> branches, SplittableRandom random) {
        Pairing branch = branches.get(random.nextInt(branches.size()));
        int dice = random.nextInt(100);
        if (dice < 50 || branch.oracle.isEmpty()) {
            branch.push(branch.now + delay(random));
        } else if (dice < 55) {
            int burst = random.nextInt(150);
            long at = branch.now + delay(random);
            for (int i = 0; i < burst; i++) {
                branch.push(at + (random.nextBoolean() ? 0 : delay(random) & 0xff));
            }
        } else if (dice < 95) {
            int pops = random.nextInt(1 + Math.min(8, branch.oracle.size()));
            for (int i = 0; i < pops; i++) {
                branch.pop();
            }
        } else if (dice < 98) {
            branch.skip();
        } else if (branches.size() < 6) {
            branches.add(branch.fork());
        }
    }

    private static long delay(SplittableRandom random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 45));
    }

    @Test
    void refusesATimeBeforeThePresent() {
        RadixLadder queue = new RadixLadder();
        queue.push(10, 1);
        queue.pop();

        assertThatThrownBy(() -> queue.push(9, 2)).hasMessage("expected a time from 10, found 9");
    }

    @Test
    void saysThatItIsEmpty() {
        assertThatThrownBy(() -> new RadixLadder().firstTime())
                .hasMessage("expected a pending event, found none");
    }
}
