package org.maquete.ceph.placement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maquete.ceph.crush.CrushJsonReader;
import org.maquete.ceph.crush.CrushMap;

/**
 * Asks a what-if for the script {@code benchmarks/ceph-whatif/run}. Arguments: the files of a CRUSH
 * map and of the same without a host, the host, seconds to warm up, and how many threads. Prints
 * how many groups are mapped otherwise, then milliseconds of the best of five: of the whole
 * comparison when the host is out of the tree and when it is marked out; with more than one thread
 * of the mapping alone.
 */
public final class WhatIfByHand {

    private static final long SECOND = 1_000_000_000L;
    private static final int PASSES = 5;

    private WhatIfByHand() {}

    private static CrushMap map(String file) throws IOException {
        return CrushJsonReader.read(Files.readString(Path.of(file))).map().orElseThrow();
    }

    /** Measures. */
    public static void main(String[] args) throws Exception {
        HostOut question = new HostOut(map(args[0]), map(args[1]), args[2]);
        long warmNs = Long.parseLong(args[3]) * SECOND;
        int threads = Integer.parseInt(args[4]);
        long remapped = question.byTree().totals().remappedPgs();
        if (threads > 1) {
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                double best = best(warmNs, () -> together(question, pool, threads, remapped));
                System.out.printf(Locale.ROOT, "%d %.2f%n", remapped, best);
            }
            return;
        }
        double tree = best(warmNs, () -> question.byTree().totals().remappedPgs());
        double out = best(warmNs, () -> question.byReweight().totals().remappedPgs());
        System.out.printf(Locale.ROOT, "%d %.2f %.2f%n", remapped, tree, out);
    }

    private static Long together(HostOut question, ExecutorService pool, int threads, long expected)
            throws InterruptedException, ExecutionException {
        List<Callable<Long>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int from = question.groupCount() / threads * i;
            int to =
                    i == threads - 1
                            ? question.groupCount()
                            : from + question.groupCount() / threads;
            parts.add(() -> question.remapped(from, to));
        }
        long count = 0;
        for (Future<Long> part : pool.invokeAll(parts)) {
            count += part.get();
        }
        if (count != expected) {
            throw new IllegalStateException("expected " + expected + " groups, found " + count);
        }
        return count;
    }

    private static double best(long warmNs, Callable<Long> question) throws Exception {
        long end = System.nanoTime() + warmNs;
        long seen = 0;
        while (System.nanoTime() < end) {
            seen += question.call();
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < PASSES; i++) {
            long start = System.nanoTime();
            seen += question.call();
            best = Math.min(best, System.nanoTime() - start);
        }
        if (seen < 0) {
            throw new IllegalStateException("no answer");
        }
        return best / 1e6;
    }
}
