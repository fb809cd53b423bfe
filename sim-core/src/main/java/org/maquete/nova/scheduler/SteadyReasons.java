package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The part of reasons that placing servers does not change, worked out once for all who read them:
 * which filter drops a host for a shape of request, what constant weighers give, and arrays of one
 * number. The arrays are shared: nobody writes them.
 */
@SuppressWarnings("ReferenceEquality") // shapes and lists are told by identity
final class SteadyReasons {

    private static final int SHAPE_COUNT_MAX = 256;

    /**
     * The verdicts of filters that no placement changes, for one shape.
     *
     * @param isSteady by filter; false: it has to be asked, or is not asked at a rebuild
     * @param drops by filter: whether it is the first to drop any host
     * @param droppedBy by host: the first of these filters that drops it
     * @param steps of a request without a group, if all hosts are asked and nobody is dropped;
     *     none: it depends
     */
    @SuppressWarnings("ArrayRecordComponent") // tables that nobody compares
    record Verdicts(
            boolean[] isSteady, boolean[] drops, int[] droppedBy, List<Explanation.Step> steps) {}

    private final List<HostFilter> filters;
    private final List<HostWeigher> weighers;
    private final Map<RequestSpec.Shape, Verdicts> byShape = new LinkedHashMap<>();
    private RequestSpec.@Nullable Shape lastShape;
    private Verdicts last = new Verdicts(new boolean[0], new boolean[0], new int[0], List.of());
    private final double[][] raw;
    private final double[][] multipliers;
    private Explanation.@Nullable Weighed[] equal = new Explanation.Weighed[0];
    private int[] equalBut = new int[0];
    private int equalCount;
    private double[] zeros = new double[0];
    private final Ranking ranking = new Ranking();
    private double[] weights = new double[0];

    SteadyReasons(List<HostFilter> filters, List<HostWeigher> weighers) {
        this.filters = filters;
        this.weighers = weighers;
        this.raw = new double[weighers.size()][];
        this.multipliers = new double[weighers.size()][];
        Arrays.fill(raw, zeros);
        Arrays.fill(multipliers, zeros);
    }

    Ranking ranking() {
        return ranking;
    }

    /** Scratch: at least so many, the first so many 0. */
    double[] weights(int count) {
        if (weights.length < count) {
            weights = new double[count];
        }
        Arrays.fill(weights, 0, count, 0.0);
        return weights;
    }

    /** What the filters say of a shape. */
    Verdicts verdicts(HostStates hosts, RequestSpec spec) {
        RequestSpec.Shape shape = spec.shape();
        if (shape == lastShape) {
            return last;
        }
        Verdicts known = byShape.get(shape);
        if (known == null) {
            known = worked(hosts, spec);
            if (byShape.size() < SHAPE_COUNT_MAX) {
                byShape.put(shape, known);
            }
        }
        last = known;
        lastShape = shape;
        return known;
    }

    private Verdicts worked(HostStates hosts, RequestSpec spec) {
        RequestSpec.Shape shape = spec.shape();
        boolean[] isSteady = new boolean[filters.size()];
        boolean[] drops = new boolean[filters.size()];
        int[] droppedBy = new int[hosts.count()];
        Arrays.fill(droppedBy, filters.size());
        List<Explanation.Step> steps = new ArrayList<>();
        try {
            for (int f = 0; f < isSteady.length; f++) {
                HostFilter filter = filters.get(f);
                boolean asked = !shape.isRebuild() || filter.onRebuild();
                isSteady[f] = asked && !filter.needsGroup() && !filter.moves(spec);
                if (isSteady[f]) {
                    drops[f] = drop(filter.over(hosts, spec), f, droppedBy);
                }
                if (!drops[f] && (isSteady[f] || !asked || filter.needsGroup())) {
                    steps.add(new Explanation.Step(filter.name(), hosts.all(), new int[0]));
                }
            }
        } catch (SchedulingError early) {
            // It may fail on hosts that a filter before it drops, or for requests that end there.
            return new Verdicts(new boolean[filters.size()], drops, droppedBy, List.of());
        }
        boolean depends = steps.size() < filters.size();
        return new Verdicts(isSteady, drops, droppedBy, depends ? List.of() : List.copyOf(steps));
    }

    private boolean drop(IntPredicate verdict, int filter, int[] droppedBy) {
        boolean any = false;
        for (int i = 0; i < droppedBy.length; i++) {
            if (droppedBy[i] == filters.size() && !verdict.test(i)) {
                droppedBy[i] = filter;
                any = true;
            }
        }
        return any;
    }

    /** For each weigher that gives these hosts the same what it gives; room for the others. */
    Explanation.@Nullable Weighed[] equal(
            Bound bound, HostStates hosts, RequestSpec spec, int[] of) {
        int[] unequal = bound.unequal(spec);
        if (unequal == equalBut && equalCount == of.length && !bound.hasMultipliersByHost()) {
            return equal.clone();
        }
        Explanation.@Nullable Weighed[] some = new Explanation.Weighed[weighers.size()];
        for (int w = 0; w < some.length; w++) {
            if (Arrays.binarySearch(unequal, w) < 0) {
                boolean isHost = weighers.get(w).steadiness() == HostWeigher.Steadiness.HOST;
                double value = isHost ? raw(w, hosts, spec)[0] : 0;
                double[] zeros = zeros(of.length);
                some[w] =
                        new Explanation.Weighed(
                                weighers.get(w).name(),
                                value == 0 ? zeros : constant(value, of.length),
                                zeros,
                                multipliers(w, bound, of));
            }
        }
        equal = some;
        equalBut = unequal;
        equalCount = of.length;
        return some.clone();
    }

    /** What a weigher of steadiness HOST gives all hosts. */
    double[] raw(int w, HostStates hosts, RequestSpec spec) {
        if (raw[w].length == 0) {
            raw[w] = weighers.get(w).values(hosts, spec, hosts.all());
        }
        return raw[w];
    }

    /** So many times 0.0. */
    double[] zeros(int count) {
        if (zeros.length != count) {
            zeros = new double[count];
        }
        return zeros;
    }

    /** A weigher's multiplier for each of these hosts. */
    double[] multipliers(int w, Bound bound, int[] of) {
        double[] byHost = bound.multipliersByHost(w);
        if (byHost.length > 0) {
            return of.length == byHost.length ? byHost : gathered(byHost, of);
        }
        if (multipliers[w].length != of.length) {
            multipliers[w] = constant(bound.multiplier(w), of.length);
        }
        return multipliers[w];
    }

    private static double[] constant(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    static double[] gathered(double[] all, int[] of) {
        double[] some = new double[of.length];
        for (int k = 0; k < some.length; k++) {
            some[k] = all[of[k]];
        }
        return some;
    }
}
