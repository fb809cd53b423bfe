package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * All numbers of an {@link Explanation}, worked out at once when the first is read: the same
 * operations in the same order as the slow and obvious way (its twin in the tests), but what is
 * steady is looked up and arrays of one number are shared. Texts are not made here.
 *
 * @param asksFilters false: forced hosts pass without filters
 */
@SuppressWarnings("ArrayRecordComponent") // lists of a decision that nobody compares
record Reasons(
        int[] entered,
        boolean asksFilters,
        List<Explanation.Step> steps,
        int[] survivors,
        List<Explanation.Weighed> weighed,
        int[] ranking,
        double[] weights) {

    private static final int[] NOBODY = new int[0];

    /** Of a decision over hosts as they were then. */
    static Reasons of(Bound bound, HostStates hosts, RequestSpec spec, int[] candidates) {
        Entrance entrance = Entrance.of(hosts, spec.shape(), candidates);
        int[] left = entrance.hosts();
        List<Explanation.Step> steps = List.of();
        if (entrance.asksFilters() && left.length > 0) {
            steps = steps(bound, hosts, spec, left);
            left = steps.isEmpty() ? left : steps.getLast().left();
        }
        boolean asks = entrance.asksFilters();
        double[] ranked = new double[left.length];
        if (left.length < 2) {
            return new Reasons(entrance.hosts(), asks, steps, left, List.of(), left, ranked);
        }
        SteadyReasons steady = bound.reasons();
        double[] weights = steady.weights(left.length);
        List<Explanation.Weighed> weighed = new Weighing(bound, left, weights).all(hosts, spec);
        int[] ranking = steady.ranking().of(weights, left.length);
        for (int k = 0; k < ranked.length; k++) {
            ranked[k] = weights[ranking[k]];
            ranking[k] = left[ranking[k]];
        }
        return new Reasons(entrance.hosts(), asks, steps, left, weighed, ranking, ranked);
    }

    private static List<Explanation.Step> steps(
            Bound bound, HostStates hosts, RequestSpec spec, int[] entered) {
        List<HostFilter> filters = bound.filters();
        SteadyReasons.Verdicts steady = bound.reasons().verdicts(hosts, spec);
        if (entered.length == hosts.count()
                && spec.group().isEmpty()
                && !steady.steps().isEmpty()) {
            return steady.steps();
        }
        List<Explanation.Step> steps = new ArrayList<>(filters.size());
        int[] left = entered;
        for (int f = 0; f < filters.size() && left.length > 0; f++) {
            HostFilter filter = filters.get(f);
            Explanation.Step step;
            if (spec.shape().isRebuild() && !filter.onRebuild()
                    || filter.needsGroup() && !filter.moves(spec)
                    || steady.isSteady()[f] && !steady.drops()[f]) {
                step = new Explanation.Step(filter.name(), left, NOBODY);
            } else if (steady.isSteady()[f]) {
                int[] droppedBy = steady.droppedBy();
                int number = f;
                step = step(filter, left, host -> droppedBy[host] != number);
            } else {
                step = step(filter, left, filter.over(hosts, spec));
            }
            steps.add(step);
            left = step.left();
        }
        return steps;
    }

    private static Explanation.Step step(HostFilter filter, int[] from, IntPredicate verdict) {
        int[] left = new int[from.length];
        int[] dropped = new int[from.length];
        int leftCount = 0;
        int droppedCount = 0;
        for (int host : from) {
            if (verdict.test(host)) {
                left[leftCount++] = host;
            } else {
                dropped[droppedCount++] = host;
            }
        }
        return droppedCount == 0
                ? new Explanation.Step(filter.name(), from, NOBODY)
                : new Explanation.Step(
                        filter.name(),
                        Arrays.copyOf(left, leftCount),
                        Arrays.copyOf(dropped, droppedCount));
    }
}
