package org.maquete.lab;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maquete.cli.WindowPlan;
import org.maquete.kernel.Simulation;
import org.maquete.preflight.Plan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Our corrected runbook on the bundled lab, warm: about 80 simulated minutes and 5,000 facts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class RunbookBench {

    private final Plan plan = WindowPlan.of(List.of(), problems -> {}).orElseThrow();
    private final Simulation done = toEnd(plan);

    /** From an empty lab to all active. */
    @Benchmark
    public Simulation run() {
        return toEnd(plan);
    }

    /** A branch of the finished lab. */
    @Benchmark
    public Simulation fork() {
        return done.fork();
    }

    private static Simulation toEnd(Plan plan) {
        Simulation run = plan.start();
        run.runToEnd();
        return run;
    }
}
