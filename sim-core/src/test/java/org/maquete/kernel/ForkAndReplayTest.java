package org.maquete.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.maquete.world.WorldDiff;

/** Forks, replays, seeks and resumes of a small model that is disturbed at random. */
class ForkAndReplayTest {

    private static final Origin ME = new Origin.Person("test");
    private static final int SEEDS = 40;

    private static Simulation fresh(long seed) {
        return new Simulation(Toy.model(), new Settings(seed, JournalMode.FULL, List.of()));
    }

    /** One thing that somebody outside might do; never passes {@code limitNs}. */
    private static void disturb(Simulation run, SplittableRandom random, long limitNs) {
        String name = "box-" + random.nextInt(12);
        switch (random.nextInt(4)) {
            case 0 -> run.submit(new Toy.AddBox(name), ME);
            case 1 -> run.submit(new Toy.RemoveBox(name), ME);
            case 2 -> run.runUntil(Math.min(limitNs, run.now() + random.nextLong(3_000)));
            default -> {
                if (run.nextTime() <= limitNs) {
                    run.step();
                }
            }
        }
    }

    private static Simulation disturbed(long seed, int rounds) {
        Simulation run = fresh(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < rounds; i++) {
            disturb(run, random, Long.MAX_VALUE);
        }
        return run;
    }

    @Test
    void leavesTheParentAloneWhenAForkIsDisturbedAndDiscarded() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation alone = fresh(seed);
            Simulation parent = fresh(seed);
            SplittableRandom alike = new SplittableRandom(seed);
            SplittableRandom same = new SplittableRandom(seed);
            for (int i = 0; i < 150; i++) {
                disturb(alone, alike, Long.MAX_VALUE);
                disturb(parent, same, Long.MAX_VALUE);
                if (i % 10 == 0) {
                    Simulation fork = parent.fork();
                    SplittableRandom other = new SplittableRandom(seed + i);
                    for (int n = 0; n < 40; n++) {
                        disturb(fork, other, Long.MAX_VALUE);
                    }
                    assertThat(fork.violations()).isEmpty();
                }
            }

            assertThat(Toy.text(parent.journal())).isEqualTo(Toy.text(alone.journal()));
            assertThat(parent.journal().digest()).isEqualTo(alone.journal().digest());
            assertThat(parent.world().digest()).isEqualTo(alone.world().digest());
            assertThat(parent.pending()).isEqualTo(alone.pending());
            assertThat(parent.violations()).isEmpty();
        }
    }

    @Test
    void goesOnInAForkAsTheParentWould() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation parent = disturbed(seed, 60);
            Simulation fork = parent.fork();

            parent.runToEnd();
            fork.runToEnd();

            assertThat(Journal.firstDivergence(parent.journal(), fork.journal())).isEmpty();
            assertThat(WorldDiff.between(parent.world(), fork.world())).isEmpty();
        }
    }

    @Test
    void givesTheSameJournalWhenTheInputLogIsReplayed() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation run = disturbed(seed, 150);
            run.runUntil(SimTime.SECOND);

            Simulation again = Simulation.replay(run.model(), run.settings(), run.inputs());
            again.runUntil(SimTime.SECOND);

            assertThat(Toy.text(again.journal())).isEqualTo(Toy.text(run.journal()));
            assertThat(again.world().digest()).isEqualTo(run.world().digest());
        }
    }

    @Test
    void looksAtAnyInstantAsAFreshRunStoppedThereWould() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Timeline timeline = new Timeline(fresh(seed), 500);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 120; i++) {
                timeline.live().submit(new Toy.AddBox("box-" + random.nextInt(12)), ME);
                for (int n = random.nextInt(6); n > 0; n--) {
                    timeline.step();
                }
            }
            timeline.runToEnd();
            assertThat(timeline.snapshotCount()).isBetween(2, Timeline.SNAPSHOT_LIMIT);

            for (int i = 0; i < 20; i++) {
                long instant = random.nextLong(timeline.live().now() + 1000);
                Simulation seen = timeline.at(instant);
                Simulation stopped = stoppedAt(timeline.live(), instant);
                assertThat(seen.now()).isEqualTo(instant);
                assertThat(Toy.text(seen.journal())).isEqualTo(Toy.text(stopped.journal()));
                assertThat(seen.world().digest()).isEqualTo(stopped.world().digest());
                assertThat(seen.pending()).isEqualTo(stopped.pending());
            }
        }
    }

    /** The slow obvious twin of {@link Timeline#at}: from the start, without snapshots. */
    private static Simulation stoppedAt(Simulation live, long instant) {
        List<Input> log = live.inputs().stream().filter(i -> i.timeNs() <= instant).toList();
        Simulation run = Simulation.replay(live.model(), live.settings(), log);
        run.runUntil(instant);
        return run;
    }

    @Test
    void refusesToLookBeforeTheTimelineBegins() {
        Simulation run = fresh(1);
        run.runUntil(100);
        Timeline timeline = new Timeline(run, 10);

        assertThatThrownBy(() -> timeline.at(99)).hasMessage("expected a time from 100, found 99");
    }

    @Test
    void startsABranchWhenACommandIsGivenInThePast() {
        Timeline timeline = new Timeline(fresh(3), 500);
        timeline.live().submit(new Toy.AddBox("box-1"), ME);
        timeline.runToEnd();
        long digest = timeline.live().journal().digest();

        Simulation branch = timeline.at(2_000);
        branch.submit(new Toy.AddBox("late"), ME);
        branch.runToEnd();

        assertThat(branch.world().table(Toy.BOXES).count()).isEqualTo(2);
        assertThat(timeline.live().journal().digest()).isEqualTo(digest);
    }

    @Test
    void schedulesTheSameWhenAWorldIsResumedWithoutItsQueue() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Simulation run = disturbed(seed, 100);

            Simulation resumed =
                    Simulation.resume(run.model(), run.settings(), run.world(), run.now());

            assertThat(resumed.pending()).containsExactlyInAnyOrderElementsOf(run.pending());
            assertThat(resumed.now()).isEqualTo(run.now());
            cancelAll(resumed);
            assertThat(resumed.pending()).isEmpty();
            assertThat(resumed.violations()).isEmpty();
        }
    }

    /** Removing a box cancels its growth by the handle in its row: the new one, after a resume. */
    private static void cancelAll(Simulation run) {
        for (int i = 0; i < 12; i++) {
            run.submit(new Toy.RemoveBox("box-" + i), ME);
        }
    }

    @Test
    void leavesTheObservedWorldAloneWhenResumedFromIt() {
        Simulation run = disturbed(5, 60);
        long digest = run.world().digest();

        Simulation.resume(run.model(), run.settings(), run.world(), run.now()).runToEnd();

        assertThat(run.world().digest()).isEqualTo(digest);
    }

    @Test
    void saysWhenAnInputLogBelongsToAnotherRun() {
        Simulation run = disturbed(7, 100);
        Settings other = new Settings(8, JournalMode.FULL, List.of());
        List<Input> log = List.of(new Input(10_000, 999_999, new Toy.AddBox("never"), ME));

        assertThatThrownBy(() -> Simulation.replay(run.model(), other, log))
                .hasMessageContaining("expected to find moment 999999");
    }

    @Test
    void digestsAlikeInEveryJournalMode() {
        Simulation full = fresh(11);
        Simulation last =
                new Simulation(Toy.model(), new Settings(11, JournalMode.LAST, List.of()));
        Simulation digest =
                new Simulation(Toy.model(), new Settings(11, JournalMode.DIGEST, List.of()));
        for (Simulation run : List.of(full, last, digest)) {
            SplittableRandom random = new SplittableRandom(11);
            for (int i = 0; i < 200; i++) {
                disturb(run, random, Long.MAX_VALUE);
            }
        }

        assertThat(last.journal().digest()).isEqualTo(full.journal().digest());
        assertThat(digest.journal().digest()).isEqualTo(full.journal().digest());
        assertThat(last.journal().entries()).isEqualTo(full.journal().entries());
        assertThat(digest.journal().entries()).isEmpty();
    }
}
