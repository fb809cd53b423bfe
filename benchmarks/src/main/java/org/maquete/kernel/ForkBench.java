package org.maquete.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Forks of a run: world, queue and journal, with an event pending on each host. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class ForkBench {

    private static final int VMS_BY_HOST = 100;

    /** With 100 rows each: a small lab, and a cloud of a million rows. */
    @Param({"10", "10000"})
    private int hosts = 10;

    private Simulation run = ToyCloud.started(hosts, VMS_BY_HOST, JournalMode.DIGEST);

    /** Boots all but the last machines. */
    @Setup
    public void boot() {
        run = ToyCloud.started(hosts, VMS_BY_HOST, JournalMode.DIGEST);
        long almost = (long) hosts * (VMS_BY_HOST - 1);
        while (run.journal().factCount() < almost && run.step()) {
            // one boot a step
        }
    }

    /** The fork alone. */
    @Benchmark
    public Simulation fork() {
        return run.fork();
    }

    /** The fork and its first step, which copies the pages that it writes. */
    @Benchmark
    public Simulation forkAndStep() {
        Simulation child = run.fork();
        child.step();
        return child;
    }
}
