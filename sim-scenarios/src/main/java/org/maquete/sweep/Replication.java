package org.maquete.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.maquete.finding.TypedLine;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Settings;
import org.maquete.kernel.Simulation;
import org.maquete.operator.OperatorView;
import org.maquete.preflight.Plan;
import org.maquete.report.ActiveTime;
import org.maquete.report.CriticalPath;

/**
 * What one run of a plan came to.
 *
 * @param seed its own seed: a run with it is this run
 * @param active when all units were active
 * @param path what the time until then was spent on, the last first; empty when that never was
 * @param failed the lines that failed: place and words
 * @param digest of all facts
 */
public record Replication(
        long seed,
        ActiveTime active,
        List<CriticalPath.Step> path,
        List<String> failed,
        long digest) {

    /** What a person can give as {@code --seed}: 18 digits. */
    private static final long SEED_MAX = 999_999_999_999_999_999L;

    public Replication {
        path = List.copyOf(path);
        failed = List.copyOf(failed);
    }

    /** The seed of replication {@code number} of a plan with this seed. */
    public static long seed(long seed, int number) {
        return Draws.of(seed, "sweep", "replication", "seed", number).between(0, SEED_MAX);
    }

    /** Runs the plan with the luck of this number. */
    public static Replication of(Plan plan, int number) {
        return of(plan, number, () -> false).orElseThrow();
    }

    /** The same; empty when somebody wants it to stop. */
    static Optional<Replication> of(Plan plan, int number, BooleanSupplier stop) {
        Settings settings = plan.settings();
        long seed = seed(settings.seed(), number);
        Plan drawn =
                new Plan(
                        plan.model(),
                        new Settings(seed, settings.journal(), settings.overrides()),
                        plan.lab(),
                        plan.files(),
                        plan.sources(),
                        plan.pace());
        Simulation run = drawn.start();
        while (!run.isFinished() && run.step()) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
        }
        ActiveTime active = ActiveTime.of(run);
        List<CriticalPath.Step> path =
                active.isReached() ? CriticalPath.to(run.journal(), active.entry()) : List.of();
        List<String> failed =
                OperatorView.lines(run.world()).stream()
                        .filter(TypedLine::failed)
                        .map(line -> line.place() + " " + String.join(" ", line.words()))
                        .toList();
        return Optional.of(new Replication(seed, active, path, failed, run.journal().digest()));
    }
}
