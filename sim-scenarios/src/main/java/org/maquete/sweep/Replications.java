package org.maquete.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maquete.preflight.Plan;

/** Runs the replications of a plan on several threads; see the package for why this is safe. */
public final class Replications {

    private final Supplier<Plan> plans;
    private final AtomicReferenceArray<Replication> results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;
    private volatile @Nullable Throwable trouble;

    /**
     * @param plans gives each thread a plan, with a model that no other thread has; for one thread
     *     at a time
     * @param count how many replications
     */
    public Replications(Supplier<Plan> plans, int count) {
        this.plans = plans;
        this.results = new AtomicReferenceArray<>(count);
    }

    /**
     * Runs all of them and gives the results in the order of their numbers; empty when it was
     * stopped.
     *
     * @param threadCount how many run at a time
     * @param watch hears how many are done, on the thread that ended one
     */
    public Optional<List<Replication>> run(int threadCount, IntConsumer watch) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(threadCount, results.length()); i++) {
            Plan plan = plans.get();
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("replications-" + i)
                            .start(() -> work(plan, watch)));
        }
        threads.forEach(this::await);
        Throwable found = trouble;
        if (found != null) {
            throw new IllegalStateException(found.getMessage(), found);
        }
        if (stopped) {
            return Optional.empty();
        }
        List<Replication> list = new ArrayList<>();
        for (int i = 0; i < results.length(); i++) {
            list.add(results.get(i));
        }
        return Optional.of(list);
    }

    /** Makes {@link #run} end soon; from any thread. */
    public void stop() {
        stopped = true;
    }

    /** How many are done so far; from any thread. */
    public int done() {
        return done.get();
    }

    private void work(Plan plan, IntConsumer watch) {
        int number = next.getAndIncrement();
        while (number < results.length() && !stopped) {
            try {
                Optional<Replication> result = Replication.of(plan, number, () -> stopped);
                if (result.isPresent()) {
                    results.set(number, result.get());
                    watch.accept(done.incrementAndGet());
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                long seed = Replication.seed(plan.settings().seed(), number);
                trouble = new IllegalStateException("with --seed " + seed + ": " + e, e);
                stopped = true;
            }
            number = next.getAndIncrement();
        }
    }

    private void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
