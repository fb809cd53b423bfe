package org.maquete.ceph.crush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Maps inputs for the script {@code benchmarks/crush/run}. Arguments: a file with the JSON of a
 * map, the number of inputs, seconds to warm up, and {@code time} or {@code print}.
 */
public final class CrushByHand {

    private static final int RULE = 0;
    private static final int COPIES = 3;
    private static final long SECOND = 1_000_000_000L;

    private CrushByHand() {}

    /** Prints mappings a second of the best of five passes, or all devices, a line an input. */
    public static void main(String[] args) throws IOException {
        CrushMap map = CrushJsonReader.read(Files.readString(Path.of(args[0]))).map().orElseThrow();
        int[] inputs = new int[Integer.parseInt(args[1])];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i;
        }
        int[] results = new int[inputs.length * COPIES];
        int[] counts = new int[inputs.length];
        int[] reweights = CrushTest.reweights(map);
        CrushSweep sweep = new CrushSweep(CompiledCrush.of(map), reweights, RULE, COPIES);
        if (args[3].equals("print")) {
            sweep.map(inputs, results, counts);
            print(results, counts);
            return;
        }
        long warm = System.nanoTime() + Long.parseLong(args[2]) * SECOND;
        while (System.nanoTime() < warm) {
            sweep.map(inputs, results, counts);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            sweep.map(inputs, results, counts);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf(Locale.ROOT, "%.0f%n", inputs.length * (double) SECOND / best);
    }

    private static void print(int[] results, int[] counts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            out.append("CRUSH rule ").append(RULE).append(" x ").append(i).append(" [");
            for (int place = 0; place < counts[i]; place++) {
                out.append(place > 0 ? "," : "").append(results[i * COPIES + place]);
            }
            out.append("]\n");
        }
        System.out.print(out);
    }
}
