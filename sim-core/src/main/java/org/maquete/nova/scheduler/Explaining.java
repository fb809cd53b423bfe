package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The slow and obvious way through filters and weighers, writing down every verdict. */
final class Explaining {

    private Explaining() {}

    static Explanation of(
            List<HostFilter> filters,
            List<HostWeigher> weighers,
            HostStates hosts,
            RequestSpec spec,
            int[] candidates) {
        Entrance entrance = Entrance.of(hosts, spec.shape(), candidates);
        List<Explanation.Step> steps = new ArrayList<>();
        int[] left = entrance.hosts();
        for (HostFilter filter : filters) {
            if (entrance.asksFilters() && left.length > 0) {
                Explanation.Step step = step(filter, hosts, spec, left);
                steps.add(step);
                left = step.left();
            }
        }
        List<Explanation.Weighed> weighed = new ArrayList<>();
        double[] weights = new double[left.length];
        for (HostWeigher weigher : weighers) {
            if (left.length > 1) {
                weighed.add(weigh(weigher, hosts, spec, left, weights));
            }
        }
        Integer[] order = new Integer[left.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(weights[b], weights[a]));
        int[] ranking = new int[left.length];
        double[] ranked = new double[left.length];
        for (int k = 0; k < left.length; k++) {
            ranking[k] = left[order[k]];
            ranked[k] = weights[order[k]];
        }
        return new Explanation(
                names(hosts),
                entrance.hosts(),
                entrance.asksFilters(),
                steps,
                left,
                weighed,
                ranking,
                ranked);
    }

    private static List<Explanation.Name> names(HostStates hosts) {
        List<Explanation.Name> names = new ArrayList<>();
        for (int i = 0; i < hosts.count(); i++) {
            names.add(new Explanation.Name(hosts.host(i).host(), hosts.host(i).node()));
        }
        return names;
    }

    private static Explanation.Step step(
            HostFilter filter, HostStates hosts, RequestSpec spec, int[] from) {
        if (!filter.onRebuild() && spec.shape().isRebuild()) {
            return new Explanation.Step(filter.name(), from, List.of());
        }
        IntPredicate verdict = filter.over(hosts, spec);
        List<Explanation.Dropped> dropped = new ArrayList<>();
        int[] left = new int[from.length];
        int count = 0;
        for (int host : from) {
            if (verdict.test(host)) {
                left[count++] = host;
            } else {
                dropped.add(new Explanation.Dropped(host, filter.why(hosts, spec, host)));
            }
        }
        return new Explanation.Step(filter.name(), Arrays.copyOf(left, count), dropped);
    }

    /** Adds to the weights. */
    private static Explanation.Weighed weigh(
            HostWeigher weigher, HostStates hosts, RequestSpec spec, int[] of, double[] weights) {
        double[] raw = weigher.values(hosts, spec, of);
        double[] shares = weigher.shares(raw);
        double[] multipliers = new double[of.length];
        for (int k = 0; k < of.length; k++) {
            multipliers[k] = weigher.multiplier(hosts.host(of[k]));
            weights[k] += multipliers[k] * shares[k];
        }
        return new Explanation.Weighed(weigher.name(), raw, shares, multipliers);
    }
}
