package org.maquete.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.ObjIntConsumer;
import org.maquete.nova.replay.Cloud;
import org.maquete.nova.replay.Policy;
import org.maquete.nova.replay.Replay;
import org.maquete.nova.scheduler.HostStates;
import org.maquete.nova.scheduler.RequestSpec;
import org.maquete.nova.scheduler.Scheduler;

/**
 * The replays that are asked for.
 *
 * @param clouds hosts and requests by seed
 * @param policies in the order in which they are shown
 * @param firstSeed the first of consecutive seeds
 * @param seedCount how many
 */
public record PolicyRuns(
        LongFunction<Cloud> clouds, List<Policy> policies, long firstSeed, int seedCount) {

    private static final int STRIDE = 1000; // <requests> between two looks at the person

    public PolicyRuns {
        policies = List.copyOf(policies);
    }

    /** Measures what a policy takes. */
    private static final class Timed implements Scheduler {

        private final Scheduler inner;
        private long spentNs;
        private long decisionCount;

        Timed(Scheduler inner) {
            this.inner = inner;
        }

        @Override
        public int choose(HostStates hosts, RequestSpec spec, int[] candidates) {
            long startNs = System.nanoTime();
            int chosen = inner.choose(hosts, spec, candidates);
            spentNs += System.nanoTime() - startNs;
            decisionCount++;
            return chosen;
        }

        double meanUs() {
            return decisionCount == 0 ? 0 : spentNs / 1e3 / decisionCount;
        }
    }

    /**
     * Runs all of them, seed by seed; empty when it was stopped.
     *
     * @param watch hears which run it is in, from 0, and what that is
     */
    public Optional<List<Measurement>> run(ObjIntConsumer<String> watch, BooleanSupplier stop) {
        List<Measurement> all = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + seedCount; seed++) {
            Cloud cloud = clouds.apply(seed);
            for (Policy policy : policies) {
                Timed timed = new Timed(policy.scheduler(cloud.trace(), seed));
                long startNs = System.nanoTime();
                Replay replay = new Replay(cloud, timed, seed);
                while (!replay.isOver()) {
                    String text = policy.word() + ", request " + replay.decided();
                    watch.accept(text, all.size());
                    if (stop.getAsBoolean()) {
                        return Optional.empty();
                    }
                    replay.advance(STRIDE);
                }
                double requestUs = (System.nanoTime() - startNs) / 1e3 / replay.decided();
                all.add(new Measurement(policy, seed, replay.result(), timed.meanUs(), requestUs));
            }
        }
        return Optional.of(all);
    }
}
