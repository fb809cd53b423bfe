package org.maquete.lab;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.maquete.cli.WindowPlan;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Plan;
import org.maquete.sweep.Replication;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our corrected runbook on the bundled lab, warm. The code of a whole run is large and each part of
 * it runs seldom, so the compiler needs thousands of runs, a minute and more; with a shorter
 * warm-up the compiler is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class RunbookBench {

    private final Plan plan = WindowPlan.of(List.of(), problems -> {}).orElseThrow();
    private final Simulation done = toEnd(plan);
    private int number;

    /** Prints what does not depend on the machine. */
    @Setup
    public void count() {
        System.out.printf(
                Locale.ROOT,
                "# counted, runbook: %,d steps, %,d facts, %d simulated minutes, digest %016x%n",
                done.steps(),
                done.journal().factCount(),
                TimeUnit.NANOSECONDS.toMinutes(done.now()),
                done.journal().digest());
    }

    /** From an empty lab to all active. */
    @Benchmark
    @Warmup(iterations = 90, time = 1)
    @Measurement(iterations = 5, time = 1)
    public Simulation run() {
        return toEnd(plan);
    }

    /** One of many runs with other luck, read for its times: {@code run --replications}. */
    @Benchmark
    @Warmup(iterations = 10, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Replication replication() {
        return Replication.of(plan, number++);
    }

    /** A branch of the finished lab. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
    public Simulation fork() {
        return done.fork();
    }

    private static Simulation toEnd(Plan plan) {
        Simulation run = plan.start();
        run.runToEnd();
        return run;
    }
}
