package org.maquete.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The whole kernel: {@value #BOOTS} virtual machines boot on {@value #HOSTS} hosts. One operation
 * is one boot: an event popped and decided, a fact hashed and folded into a new row and an entry of
 * a column, the next event scheduled. 1,000 ns an operation is 1 M events a second.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBench.BOOTS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@State(Scope.Thread)
public class KernelBench {

    static final int HOSTS = 10_000;
    static final int BOOTS = 1_000_000;

    @Param({"DIGEST", "LAST", "FULL"})
    private JournalMode journal = JournalMode.DIGEST;

    /** From an empty world to a million rows. */
    @Benchmark
    public long boots() {
        Simulation run = ToyCloud.started(HOSTS, BOOTS / HOSTS, journal);
        run.runToEnd();
        if (run.journal().factCount() != BOOTS) {
            throw new IllegalStateException(
                    "expected " + BOOTS + " facts, found " + run.journal().factCount());
        }
        return run.journal().digest();
    }
}
