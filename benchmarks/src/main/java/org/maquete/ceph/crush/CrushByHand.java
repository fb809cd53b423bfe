package org.maquete.ceph.crush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Maps inputs for the script {@code benchmarks/crush/run}. Arguments: a file with the JSON of a
 * map, the number of inputs for each thread, seconds to warm up, and {@code time}, {@code all} (a
 * thread on each core) or {@code print}.
 */
public final class CrushByHand {

    private static final int RULE = 0;
    private static final int COPIES = 3;
    private static final long SECOND = 1_000_000_000L;

    private CrushByHand() {}

    /** Prints mappings a second of the best of five passes, or all devices, a line an input. */
    public static void main(String[] args) throws IOException, InterruptedException {
        CrushMap map = CrushJsonReader.read(Files.readString(Path.of(args[0]))).map().orElseThrow();
        int inputs = Integer.parseInt(args[1]);
        if (args[3].equals("print")) {
            Share all = new Share(map, 0, inputs);
            all.call();
            print(all.results, all.counts);
            return;
        }
        int threads = args[3].equals("all") ? Runtime.getRuntime().availableProcessors() : 1;
        List<Share> shares =
                IntStream.range(0, threads).mapToObj(i -> new Share(map, i, inputs)).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long warm = System.nanoTime() + Long.parseLong(args[2]) * SECOND;
            while (System.nanoTime() < warm) {
                pool.invokeAll(shares);
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                pool.invokeAll(shares);
                best = Math.min(best, System.nanoTime() - start);
            }
            double total = (double) inputs * threads;
            System.out.printf(Locale.ROOT, "%.0f%n", total * SECOND / best);
        }
    }

    /** What one thread maps. */
    private static final class Share implements Callable<Share> {

        private final CrushSweep sweep;
        private final int[] inputs;
        private final int[] results;
        private final int[] counts;

        private Share(CrushMap map, int number, int count) {
            int[] reweights = CrushTest.reweights(map);
            sweep = new CrushSweep(CompiledCrush.of(map), reweights, RULE, COPIES);
            inputs = IntStream.range(number * count, (number + 1) * count).toArray();
            results = new int[count * COPIES];
            counts = new int[count];
        }

        @Override
        public Share call() {
            sweep.map(inputs, results, counts);
            return this;
        }
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
