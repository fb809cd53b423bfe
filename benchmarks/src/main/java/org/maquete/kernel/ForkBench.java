package org.maquete.kernel;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Forks of a run: world, queue and journal, with an event pending on each host. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class ForkBench {

    private static final int VMS_BY_HOST = 100;
    private static final int HOSTS_MOST = 10_000;

    /** With 100 rows each: a small lab, and a cloud of a million rows. */
    @Param({"10", "10000"})
    private int hosts = 10;

    private Simulation run = ToyCloud.started(hosts, VMS_BY_HOST, JournalMode.DIGEST);

    /**
     * Boots all but the last machines. The large cloud is booted first in both cases: compiled on
     * the profile of the small one's thousand steps, a step stays five times slower in some JVMs
     * and not in others, and the benchmark would show which of them one has met.
     */
    @Setup
    public void boot() {
        if (hosts != HOSTS_MOST) {
            booted(HOSTS_MOST);
        }
        run = booted(hosts);
        System.out.printf(
                Locale.ROOT,
                "# counted, fork, %,d hosts: %,d rows%n",
                hosts,
                run.journal().factCount());
    }

    private static Simulation booted(int hosts) {
        Simulation toy = ToyCloud.started(hosts, VMS_BY_HOST, JournalMode.DIGEST);
        long almost = (long) hosts * (VMS_BY_HOST - 1);
        while (toy.journal().factCount() < almost && toy.step()) {
            // one boot a step
        }
        return toy;
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
