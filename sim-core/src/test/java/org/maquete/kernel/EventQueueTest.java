package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.maquete.world.Sink;

class EventQueueTest {

    private static final List<Lane> LANES = List.of(Lane.values());

    private record Ping(Lane lane, int number) implements Event {
        @Override
        public Ref target() {
            return new Ref("ping", Integer.toString(number));
        }

        @Override
        public void encode(Sink sink) {
            sink.text("lane", lane.name()).number("number", number);
        }
    }

    private record Entry(long timeNs, Ping event, long cause, EventId id) {}

    /** A queue beside a list that is searched from end to end. */
    private static final class Branch {
        private final EventQueue queue;
        private final List<Entry> twin;
        private final List<EventId> known;
        private int pushed;
        private long now;

        Branch(EventQueue queue, List<Entry> twin, List<EventId> known, int pushed, long now) {
            this.queue = queue;
            this.twin = twin;
            this.known = known;
            this.pushed = pushed;
            this.now = now;
        }

        Branch fork() {
            return new Branch(
                    queue.fork(), new ArrayList<>(twin), new ArrayList<>(known), pushed, now);
        }

        void push(SplittableRandom random) {
            long time = now + (random.nextBoolean() ? 0 : random.nextLong(5_000));
            Ping event = new Ping(LANES.get(random.nextInt(4)), pushed++);
            EventId id = queue.push(time, event, 10L + pushed);
            twin.add(new Entry(time, event, 10L + pushed, id));
            known.add(id);
        }

        void cancel(SplittableRandom random) {
            if (!known.isEmpty()) {
                EventId id = known.get(random.nextInt(known.size()));
                boolean wasPending = twin.removeIf(e -> e.id().equals(id));
                assertThat(queue.cancel(id)).isEqualTo(wasPending);
            }
        }

        void pop() {
            assertThat(queue.hasNext()).isEqualTo(!twin.isEmpty());
            if (!twin.isEmpty()) {
                Entry first =
                        twin.stream()
                                .min(
                                        Comparator.comparingLong(Entry::timeNs)
                                                .thenComparing(e -> e.event().lane())
                                                .thenComparingInt(e -> e.event().number()))
                                .orElseThrow();
                twin.remove(first);
                assertThat(queue.nextTime()).isEqualTo(first.timeNs());
                assertThat(queue.nextCause()).isEqualTo(first.cause());
                assertThat(queue.nextLane()).isEqualTo(first.event().lane());
                assertThat(queue.pop()).isEqualTo(first.event());
                now = first.timeNs();
            }
        }

        void check() {
            for (Lane lane : Lane.values()) {
                assertThat(twin)
                        .filteredOn(e -> e.event().lane() == lane)
                        .hasSize(queue.pending(lane));
            }
            assertThat(queue.pending()).isEqualTo(twin.size());
        }
    }

    private static Branch empty() {
        return new Branch(
                new EventQueue(new RadixLadder()), new ArrayList<>(), new ArrayList<>(), 0, 0);
    }

    @Test
    void agreesWithAListInAnyMixOfPushPopCancelAndFork() {
        for (long seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Branch> branches = new ArrayList<>(List.of(empty()));
            for (int i = 0; i < 800; i++) {
                Branch branch = branches.get(random.nextInt(branches.size()));
                int dice = random.nextInt(100);
                if (dice < 50) {
                    branch.push(random);
                } else if (dice < 70) {
                    branch.cancel(random);
                } else if (dice < 98 || branches.size() > 4) {
                    branch.pop();
                } else {
                    branches.add(branch.fork());
                }
                branch.check();
            }
            for (Branch branch : branches) {
                while (!branch.twin.isEmpty()) {
                    branch.pop();
                }
                branch.check();
            }
        }
    }

    @Test
    void takesAnEarlierEventAfterTheOnlyOneWasCancelled() {
        EventQueue queue = new EventQueue(new RadixLadder());
        queue.cancel(queue.push(1000, new Ping(Lane.WORK, 0), 0));
        assertThat(queue.hasNext()).isFalse();

        queue.push(10, new Ping(Lane.WORK, 1), 0);

        assertThat(queue.hasNext()).isTrue();
        assertThat(queue.nextTime()).isEqualTo(10);
    }

    @Test
    void listsWhatIsPendingWithoutTakingIt() {
        EventQueue queue = new EventQueue(new RadixLadder());
        queue.push(20, new Ping(Lane.PHYSICS, 0), 0);
        queue.push(10, new Ping(Lane.TIMER, 1), 0);
        queue.push(10, new Ping(Lane.WORK, 2), 0);

        List<EventQueue.Pending> list = queue.list();

        assertThat(list).extracting(p -> p.event().target().name()).containsExactly("2", "1", "0");
        assertThat(queue.pending()).isEqualTo(3);
    }

    @Test
    void dropsTimersThatWereRenewedAgainAndAgain() {
        EventQueue queue = new EventQueue(new RadixLadder());
        EventId timer = EventId.NONE;
        for (int i = 0; i < 100_000; i++) {
            queue.cancel(timer);
            timer = queue.push(1_000_000 + i, new Ping(Lane.TIMER, i), 0);
        }

        assertThat(queue.pairs()).isLessThan(10_000);
        assertThat(queue.hasNext()).isTrue();
        assertThat(queue.nextTime()).isEqualTo(1_099_999);
    }

    @Test
    void cancelsNothingByTheHandleOfNone() {
        assertThat(new EventQueue(new RadixLadder()).cancel(EventId.NONE)).isFalse();
    }

    @Test
    void reusesSlotsWithoutMixingUpTheirHandles() {
        EventQueue queue = new EventQueue(new RadixLadder());
        EventId first = queue.push(5, new Ping(Lane.WORK, 0), 0);
        queue.cancel(first);
        EventId second = queue.push(6, new Ping(Lane.WORK, 1), 0);

        assertThat(queue.cancel(first)).isFalse();
        assertThat(queue.cancel(second)).isTrue();
        assertThat(queue.pending()).isZero();
    }
}
