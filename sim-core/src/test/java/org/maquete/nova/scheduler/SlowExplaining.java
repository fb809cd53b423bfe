package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The slow and obvious way through filters and weighers, writing down every verdict and number at
 * once: the twin of {@link Reasons}.
 */
final class SlowExplaining {

    private SlowExplaining() {}

    /** Every number to the last bit, and every text. */
    static List<String> lines(
            SchedulerOptions options, HostStates hosts, RequestSpec spec, int[] candidates) {
        List<String> lines = new ArrayList<>();
        Entrance entrance = Entrance.of(hosts, spec.shape(), candidates);
        int[] left = entrance.hosts();
        lines.add("entered " + Arrays.toString(left) + " " + entrance.asksFilters());
        for (HostFilter filter : FilterChain.of(options)) {
            if (entrance.asksFilters() && left.length > 0) {
                left = step(filter, hosts, spec, left, lines);
            }
        }
        double[] weights = new double[left.length];
        for (HostWeigher weigher : WeigherList.of(options)) {
            if (left.length > 1) {
                weigh(weigher, hosts, spec, left, weights, lines);
            }
        }
        Integer[] order = new Integer[left.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(weights[b], weights[a]));
        for (Integer k : order) {
            lines.add("ranked " + left[k] + " " + Double.doubleToLongBits(weights[k]));
        }
        return lines;
    }

    private static int[] step(
            HostFilter filter, HostStates hosts, RequestSpec spec, int[] from, List<String> lines) {
        boolean asked = filter.onRebuild() || !spec.shape().isRebuild();
        IntPredicate verdict = asked ? filter.over(hosts, spec) : host -> true;
        List<String> dropped = new ArrayList<>();
        int[] left = new int[from.length];
        int count = 0;
        for (int host : from) {
            if (verdict.test(host)) {
                left[count++] = host;
            } else {
                dropped.add(host + ": " + filter.why(hosts, spec, host));
            }
        }
        left = Arrays.copyOf(left, count);
        lines.add(filter.name() + " " + Arrays.toString(left) + " " + dropped);
        return left;
    }

    private static void weigh(
            HostWeigher weigher,
            HostStates hosts,
            RequestSpec spec,
            int[] of,
            double[] weights,
            List<String> lines) {
        double[] raw = weigher.values(hosts, spec, of);
        double[] shares = weigher.shares(raw);
        double[] multipliers = new double[of.length];
        for (int k = 0; k < of.length; k++) {
            multipliers[k] = weigher.multiplier(hosts.host(of[k]));
            weights[k] += multipliers[k] * shares[k];
        }
        lines.add(weigher.name() + bits(raw) + bits(shares) + bits(multipliers));
    }

    /** The same lines of an explanation. */
    static List<String> lines(Explanation why) {
        List<String> lines = new ArrayList<>();
        lines.add("entered " + Arrays.toString(why.entered()) + " " + why.filtered());
        for (int s = 0; s < why.steps().size(); s++) {
            Explanation.Step step = why.steps().get(s);
            List<String> dropped = new ArrayList<>();
            for (int host : step.dropped()) {
                dropped.add(host + ": " + why.why(s, host));
            }
            lines.add(step.filter() + " " + Arrays.toString(step.left()) + " " + dropped);
        }
        for (Explanation.Weighed each : why.weighed()) {
            lines.add(
                    each.weigher()
                            + bits(each.raw())
                            + bits(each.share())
                            + bits(each.multiplier()));
        }
        for (int k = 0; k < why.ranking().length; k++) {
            lines.add(
                    "ranked " + why.ranking()[k] + " " + Double.doubleToLongBits(why.weights()[k]));
        }
        return lines;
    }

    private static String bits(double[] values) {
        long[] bits = new long[values.length];
        Arrays.setAll(bits, k -> Double.doubleToLongBits(values[k]));
        return " " + Arrays.toString(bits);
    }
}
