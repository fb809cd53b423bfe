package org.maquete.nova.scheduler;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each weigher gives some hosts, and the sums: raw values, shares and multipliers that people
 * may read, where {@link FilterScheduler} only adds up.
 */
final class Weighing {

    private final Bound bound;
    private final SteadyReasons steady;
    private final int[] of;
    private final double[] weights;

    /** Of these hosts, in order; their weights are added to. */
    Weighing(Bound bound, int[] of, double[] weights) {
        this.bound = bound;
        this.steady = bound.reasons();
        this.of = of;
        this.weights = weights;
    }

    /** All weighers in their order. */
    List<Explanation.Weighed> all(HostStates hosts, RequestSpec spec) {
        Explanation.@Nullable Weighed[] weighed = steady.equal(bound, hosts, spec, of);
        if (bound.hasMultipliersByHost()) {
            addNothing(weighed);
        }
        TakenColumns columns = hosts.columns();
        int from = of.length == hosts.count() ? 0 : -1; // all are in order
        for (int w : bound.unequal(spec)) {
            HostWeigher weigher = bound.weighers().get(w);
            weighed[w] =
                    switch (weigher.steadiness()) {
                        case RAM -> taken(w, columns.freeRamMb(), from);
                        case DISK -> taken(w, columns.freeDiskMb(), from);
                        case IO_OPS -> taken(w, columns.ioOpCounts(), from);
                        case CPU -> taken(w, columns.vcpusFree(), from);
                        case HOST -> given(w, some(steady.raw(w, hosts, spec)));
                        case REQUEST -> given(w, weigher.values(hosts, spec, of));
                    };
        }
        return Collections.unmodifiableList(Arrays.asList(weighed));
    }

    /** Shares of 0 change a weight only if a multiplier is not finite: then it is no number. */
    private void addNothing(Explanation.@Nullable Weighed[] equal) {
        for (Explanation.Weighed each : equal) {
            if (each != null) {
                addEach(each.share(), each.multiplier());
            }
        }
    }

    private double[] some(double[] ofAll) {
        return of.length == ofAll.length ? ofAll : SteadyReasons.gathered(ofAll, of);
    }

    private Explanation.Weighed given(int w, double[] raw) {
        double[] shares = bound.weighers().get(w).shares(raw);
        double[] multipliers = steady.multipliers(w, bound, of);
        addEach(shares, multipliers);
        return new Explanation.Weighed(bound.weighers().get(w).name(), raw, shares, multipliers);
    }

    private Explanation.Weighed taken(int w, int[] column, int from) {
        double[] raw = new double[of.length];
        return taken(w, raw, ShareSum.fromZero(column, of, of.length, from, raw));
    }

    private Explanation.Weighed taken(int w, double[] column, int from) {
        double[] raw = new double[of.length];
        return taken(w, raw, ShareSum.fromZero(column, of, of.length, from, raw));
    }

    private Explanation.Weighed taken(int w, double[] raw, double max) {
        double[] multipliers = steady.multipliers(w, bound, of);
        double[] shares = steady.zeros(of.length);
        if (max != 0) {
            shares = new double[raw.length];
            for (int k = 0; k < shares.length; k++) {
                shares[k] = raw[k] / max;
            }
        }
        addEach(shares, multipliers);
        return new Explanation.Weighed(bound.weighers().get(w).name(), raw, shares, multipliers);
    }

    private void addEach(double[] shares, double[] multipliers) {
        for (int k = 0; k < shares.length; k++) {
            weights[k] += multipliers[k] * shares[k];
        }
    }
}
