package org.maquete.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maquete.cli.WindowPlan;
import org.maquete.kernel.Command;
import org.maquete.kernel.Distribution;
import org.maquete.kernel.Journal;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Settings;
import org.maquete.kernel.SimTime;
import org.maquete.kernel.Simulation;
import org.maquete.kernel.Span;
import org.maquete.preflight.Plan;
import org.maquete.report.ActiveTime;
import org.maquete.report.CriticalPath;
import org.maquete.runbook.SourceText;
import org.maquete.world.Sink;

/** Our corrected runbook again and again. */
final class ReplicationsTest {

    private static final int COUNT = 5;

    private static Plan plan() {
        return WindowPlan.of(List.of(), problems -> {}).orElseThrow();
    }

    private static Plan with(Plan plan, Settings settings) {
        return new Plan(
                plan.model(), settings, plan.lab(), plan.files(), plan.sources(), plan.pace());
    }

    private static Simulation toEnd(Plan plan) {
        Simulation run = plan.start();
        run.runToEnd();
        return run;
    }

    private static List<Replication> run(int threadCount) {
        return new Replications(ReplicationsTest::plan, COUNT)
                .run(threadCount, done -> {})
                .orElseThrow();
    }

    @Test
    void comesToTheSameOnAnyNumberOfThreads() {
        List<Replication> one = run(1);

        assertThat(run(2)).isEqualTo(one);
        assertThat(run(4)).isEqualTo(one);
        assertThat(one).extracting(Replication::digest).doesNotHaveDuplicates();
    }

    @Test
    void isTheRunThatItsSeedGives() {
        Plan plan = plan();
        Replication third = Replication.of(plan, 3);

        Simulation run =
                toEnd(with(plan, new Settings(third.seed(), plan.settings().journal(), List.of())));

        assertThat(run.journal().digest()).isEqualTo(third.digest());
        assertThat(third.seed()).isEqualTo(Replication.seed(1, 3)).isNotNegative();
    }

    @Test
    void spendsAllOfItsTimeOnNamedSpans() {
        Plan plan = plan();
        List<String> names = plan.model().spans().stream().map(Span::name).toList();

        Replication replication = Replication.of(plan, 0);

        assertThat(replication.active().isReached()).isTrue();
        assertThat(replication.failed()).isEmpty();
        assertThat(replication.path().stream().mapToLong(CriticalPath.Step::ns).sum())
                .isEqualTo(replication.active().timeNs());
        assertThat(replication.path()).extracting(CriticalPath.Step::span).isSubsetOf(names);
    }

    @Test
    void drawsNothingThatTheModelDoesNotList() {
        Plan plan = plan();

        List<Span> drawn =
                toEnd(plan).journal().draws().stream().map(Journal.Drawn::span).distinct().toList();

        assertThat(drawn).hasSizeGreaterThan(20);
        assertThat(plan.model().spans()).containsAll(drawn);
    }

    @Test
    void takesMeasuredLengthsInPlaceOfAllGuesses() {
        Plan plan = plan();
        Distribution second = new Distribution.Constant(SimTime.SECOND);
        List<Span> measured =
                plan.model().spans().stream()
                        .filter(Span::isGuess)
                        .map(span -> new Span(span.name(), second, "measured"))
                        .toList();

        Simulation run = toEnd(with(plan, new Settings(1, plan.settings().journal(), measured)));

        assertThat(run.journal().draws())
                .filteredOn(drawn -> drawn.span().isGuess())
                .isNotEmpty()
                .allMatch(drawn -> drawn.ns() == SimTime.SECOND);
        assertThat(ActiveTime.of(run).isReached()).isTrue();
    }

    @Test
    void stopsWhenSomebodyWantsItTo() {
        Replications replications = new Replications(ReplicationsTest::plan, 1000);

        Optional<List<Replication>> results = replications.run(1, done -> replications.stop());

        assertThat(results).isEmpty();
        assertThat(replications.done()).isEqualTo(1);
    }

    @Test
    void tellsTheSeedOfAReplicationThatBreaks() {
        Plan plan = plan();
        Plan broken =
                new Plan(
                        plan.model(),
                        plan.settings(),
                        List.of(new Unknown()),
                        List.of(),
                        List.of(new SourceText("a.sh", "true\n")),
                        plan.pace());

        assertThatThrownBy(() -> new Replications(() -> broken, 1).run(1, done -> {}))
                .hasMessageStartingWith("with --seed " + Replication.seed(1, 0) + ": ")
                .hasMessageContaining("expected a command that a subsystem owns");
    }

    @Test
    void givesPercentilesByNearestRank() {
        Summary summary = new Summary(IntStream.rangeClosed(1, 20).mapToObj(i -> made(i)).toList());

        assertThat(List.of(0, 50, 95, 100))
                .extracting(p -> summary.at(p).orElseThrow().active().timeNs())
                .containsExactly(1L, 10L, 19L, 20L);
        assertThat(summary.units().getFirst()).isEqualTo(new Summary.Slow("m b/0", 10, 19, 20));
        assertThat(summary.parts())
                .containsExactly(
                        new Summary.Part("long", 8, 786), new Summary.Part("short", 2, 214));
    }

    @Test
    void countsWhatDidNotBecomeActive() {
        ActiveTime never = new ActiveTime(Map.of(), Map.of("m a/0", "blocked no disk"), 0, 0);
        Replication lost = new Replication(1, never, List.of(), List.of("a.sh:1 false"), 7);

        Summary summary = new Summary(List.of(lost, made(5), lost));

        assertThat(summary.reachedCount()).isEqualTo(1);
        assertThat(summary.others()).containsExactly(new Summary.Seen("m a/0: blocked no disk", 2));
        assertThat(summary.failed()).containsExactly(new Summary.Seen("a.sh:1 false", 2));
        assertThat(new Summary(List.of(lost)).at(50)).isEmpty();
    }

    /** A command that no subsystem owns. */
    private record Unknown() implements Command {

        @Override
        public Ref subject() {
            return Ref.NONE;
        }

        @Override
        public void encode(Sink sink) {}
    }

    private static Replication made(long timeNs) {
        ActiveTime active =
                new ActiveTime(Map.of("m a/0", timeNs / 2, "m b/0", timeNs), Map.of(), timeNs, 1);
        List<CriticalPath.Step> path =
                List.of(
                        new CriticalPath.Step("long", timeNs - timeNs / 4, Ref.NONE),
                        new CriticalPath.Step("short", timeNs / 4, Ref.NONE));
        return new Replication(timeNs, active, path, List.of(), timeNs);
    }
}
