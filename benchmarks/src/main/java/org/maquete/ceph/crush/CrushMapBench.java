package org.maquete.ceph.crush;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation is one input, mapped to three devices on three hosts: one after another by {@link
 * CrushMapper}, and many at once by {@link CrushSweep}. {@code benchmarks/crush/run} compares with
 * crushtool.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class CrushMapBench {

    static final int BATCH = 1 << 12;
    private static final int COPIES = 3;

    /** Of how many devices, and how they are grouped. */
    @Param private EvenTree tree = EvenTree.LAB_3;

    private final int[] inputs = new int[BATCH];
    private final int[] results = new int[BATCH * COPIES];
    private final int[] counts = new int[BATCH];
    private final int[] one = new int[COPIES];
    private CrushMapper mapper = mapper(EvenTree.LAB_3.map());
    private CrushSweep sweep = sweep(EvenTree.LAB_3.map());

    /** Makes both, and prints what does not depend on the machine. */
    @Setup
    public void fill() {
        CrushMap map = tree.map();
        mapper = mapper(map);
        sweep = sweep(map);
        for (int i = 0; i < BATCH; i++) {
            inputs[i] = i;
        }
        int swept = sweep();
        if (!sweep.isFast() || swept != mapper()) {
            throw new IllegalStateException("expected the sweep to give what the mapper gives");
        }
        System.out.printf(
                Locale.ROOT, "# counted, %s: %,d inputs, sum of devices %,d%n", tree, BATCH, swept);
    }

    private static CrushMapper mapper(CrushMap map) {
        return new CrushMapper(CompiledCrush.of(map), CrushTest.reweights(map));
    }

    private static CrushSweep sweep(CrushMap map) {
        return new CrushSweep(CompiledCrush.of(map), CrushTest.reweights(map), 0, COPIES);
    }

    /** One after another. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int mapper() {
        int sum = 0;
        for (int input : inputs) {
            int count = mapper.map(0, input, one);
            for (int i = 0; i < count; i++) {
                sum += one[i];
            }
        }
        return sum;
    }

    /** Many at once. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public int sweep() {
        sweep.map(inputs, results, counts);
        int sum = 0;
        for (int i = 0; i < BATCH; i++) {
            for (int place = 0; place < counts[i]; place++) {
                sum += results[i * COPIES + place];
            }
        }
        return sum;
    }
}
