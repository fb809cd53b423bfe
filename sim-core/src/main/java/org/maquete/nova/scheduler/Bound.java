package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the constant part of hosts: worked out once, until a host reports anew.
 *
 * <p>A decision of the real scheduler asks every filter about every host. Most verdicts (zone,
 * service, capabilities, image) do not depend on what has been placed; they are kept as a list of
 * survivors for each shape of request. Left for each decision are the filters that look at
 * counters, groups and hints, and three or four columns to weigh.
 */
@SuppressWarnings("ReferenceEquality") // states and shapes are told by identity
final class Bound {

    private static final int SHAPE_COUNT_MAX = 4096;

    /** Who passes all filters whose verdict stays, and the filters that are left. */
    @SuppressWarnings("ArrayRecordComponent") // lists of a decision that nobody compares
    record Survivors(int[] hosts, List<HostFilter> moving, List<HostFilter> grouped) {

        static final Survivors NOBODY = new Survivors(new int[0], List.of(), List.of());
    }

    private final HostStates states;
    private final long version;
    private final List<HostFilter> filters;
    private final List<HostWeigher> weighers;
    private final Map<RequestSpec.Shape, Survivors> byShape = new LinkedHashMap<>();
    private final double[] multipliers;
    private final double[][] multipliersByHost;
    private final double[][] values;
    private final boolean isByColumnsAlone;
    private boolean hasAggregates; // they may change a multiplier
    private boolean hasMultipliersByHost;
    private @Nullable SteadyReasons reasons;
    private int[] unequal = new int[0];
    private RequestSpec.@Nullable Shape unequalShape;
    private Survivors last = Survivors.NOBODY;
    private RequestSpec.@Nullable Shape lastShape;

    Bound(HostStates states, List<HostFilter> filters, List<HostWeigher> weighers) {
        this.states = states;
        this.version = states.version();
        this.filters = filters;
        this.weighers = weighers;
        this.multipliers = new double[weighers.size()];
        this.multipliersByHost = new double[weighers.size()][];
        this.values = new double[weighers.size()][];
        Arrays.fill(values, new double[0]);
        boolean alone = true;
        for (int i = 0; i < states.count() && !hasAggregates; i++) {
            hasAggregates = !states.host(i).aggregates().isEmpty();
        }
        for (int w = 0; w < weighers.size(); w++) {
            multiply(w, weighers.get(w));
            if (weighers.get(w).steadiness() == HostWeigher.Steadiness.HOST) {
                values[w] = steadyValues(weighers.get(w));
            }
            alone &= multipliersByHost[w].length == 0 && values[w].length == 0;
        }
        isByColumnsAlone = alone;
    }

    /** Whether nothing but columns and the request makes hosts differ in weight. */
    boolean isByColumnsAlone() {
        return isByColumnsAlone;
    }

    HostStates states() {
        return states;
    }

    List<HostFilter> filters() {
        return filters;
    }

    List<HostWeigher> weighers() {
        return weighers;
    }

    /** What stays of the reasons; made when somebody reads some. */
    SteadyReasons reasons() {
        SteadyReasons known = reasons;
        if (known == null) {
            known = new SteadyReasons(filters, weighers);
            reasons = known;
        }
        return known;
    }

    /** The weighers that may give hosts different values, for this request. */
    int[] unequal(RequestSpec spec) {
        if (spec.group().isPresent()) {
            return unequalNow(spec);
        }
        if (spec.shape() != unequalShape) {
            unequal = unequalNow(spec);
            unequalShape = spec.shape();
        }
        return unequal;
    }

    private int[] unequalNow(RequestSpec spec) {
        int[] some = new int[weighers.size()];
        int count = 0;
        for (int w = 0; w < some.length; w++) {
            boolean equal =
                    switch (weighers.get(w).steadiness()) {
                        case RAM, DISK, CPU, IO_OPS -> false;
                        case HOST -> values[w].length == 0;
                        case REQUEST -> weighers.get(w).raw().isNeutral(spec);
                    };
            some[count] = w;
            count += equal ? 0 : 1;
        }
        return Arrays.copyOf(some, count);
    }

    boolean isOf(HostStates other) {
        return states == other && version == other.version();
    }

    private void multiply(int w, HostWeigher weigher) {
        int n = states.count();
        double first = n == 0 ? 0 : weigher.multiplier(states.host(0));
        if (!hasAggregates && Double.isFinite(first)) {
            multipliers[w] = first;
            multipliersByHost[w] = new double[0];
            return;
        }
        double[] each = new double[n];
        boolean differs = !Double.isFinite(first);
        for (int i = 0; i < n; i++) {
            each[i] = weigher.multiplier(states.host(i));
            differs |= each[i] != first;
        }
        multipliers[w] = first;
        multipliersByHost[w] = differs ? each : new double[0];
        hasMultipliersByHost |= differs;
    }

    /** The values of all hosts; none where they are all equal, so that no host gets a share. */
    private double[] steadyValues(HostWeigher weigher) {
        RequestSpec.Shape none =
                new RequestSpec.Shape(
                        new RequestSpec.Flavor("", 0, 0, 0, 0, 0, Map.of()),
                        new RequestSpec.Image("", Map.of()),
                        RequestSpec.Wishes.NONE,
                        "");
        RequestSpec spec = new RequestSpec(none, java.util.Optional.empty(), "", 1);
        double[] all = weigher.values(states, spec, states.all());
        boolean differs = false;
        for (double each : all) {
            differs |= each != all[0];
        }
        return differs ? all : new double[0];
    }

    /** Whether any weigher's multiplier is not the same for all hosts, or not finite. */
    boolean hasMultipliersByHost() {
        return hasMultipliersByHost;
    }

    /** The multiplier that all hosts have, if {@link #multipliersByHost} is empty. */
    double multiplier(int weigher) {
        return multipliers[weigher];
    }

    double[] multipliersByHost(int weigher) {
        return multipliersByHost[weigher];
    }

    double[] steadyValues(int weigher) {
        return values[weigher];
    }

    Survivors survivors(RequestSpec spec) {
        RequestSpec.Shape shape = spec.shape();
        if (shape == lastShape) {
            return last;
        }
        Survivors known = byShape.getOrDefault(shape, Survivors.NOBODY);
        if (known == Survivors.NOBODY) {
            known = sieve(spec);
            if (byShape.size() < SHAPE_COUNT_MAX) {
                byShape.put(shape, known);
            }
        }
        last = known;
        lastShape = shape;
        return known;
    }

    private Survivors sieve(RequestSpec spec) {
        Entrance entrance = Entrance.of(states, spec.shape(), states.all());
        if (!entrance.asksFilters()) {
            return new Survivors(entrance.hosts(), List.of(), List.of());
        }
        int[] left = entrance.hosts();
        List<HostFilter> moving = new ArrayList<>();
        List<HostFilter> grouped = new ArrayList<>();
        for (HostFilter filter : filters) {
            if (!filter.onRebuild() && spec.shape().isRebuild()) {
                continue;
            }
            if (filter.needsGroup()) {
                grouped.add(filter);
            } else if (filter.moves(spec)) {
                moving.add(filter);
            } else {
                left = passing(filter, spec, left);
            }
        }
        boolean all = entrance.hosts() == states.all() && left.length == states.count();
        return new Survivors(all ? states.all() : left, List.copyOf(moving), List.copyOf(grouped));
    }

    private int[] passing(HostFilter filter, RequestSpec spec, int[] hosts) {
        IntPredicate verdict = filter.over(states, spec);
        int[] left = new int[hosts.length];
        int count = 0;
        for (int host : hosts) {
            left[count] = host;
            count += verdict.test(host) ? 1 : 0;
        }
        return Arrays.copyOf(left, count);
    }
}
