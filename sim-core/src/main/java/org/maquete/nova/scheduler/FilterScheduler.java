package org.maquete.nova.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.maquete.kernel.Draws;

/**
 * Nova's own scheduler: filters, then weighers, then the first of the heaviest.
 *
 * <p>The same host for the same reason as nova-scheduler (yoga and zed: their code is the same
 * here), to the last bit of a weight. It is fast because verdicts that cannot change are worked out
 * once ({@link Bound}), hosts that are alike are weighed once ({@link AlikeHosts}), and weights are
 * sums over columns ({@link ShareSum}): some ns a host and decision, no memory. Reasons cost
 * nothing until they are read: {@link #explain} keeps the request and the moment, from which an
 * {@link Explanation} works out every verdict and share, whatever was placed since.
 *
 * <p>Two things are chance in the real one: the order of equal weights ({@link TiePolicy}), and the
 * draw among the host_subset_size heaviest, which here follows from a seed.
 *
 * <p>Not for many threads at once: it has scratch memory.
 */
@SuppressWarnings("ReferenceEquality") // the array of all hosts is one object
public final class FilterScheduler implements Scheduler {

    /** Decisions without groups after one in which most hosts were a group of their own. */
    private static final int PLAIN_COUNT = 100;

    private final SchedulerOptions options;
    private final long seed;
    private final List<HostFilter> filters;
    private final List<HostWeigher> weighers;
    private final int subsetSize;
    private final boolean shuffles;
    private @Nullable Bound bound;
    private double[] weights = new double[0];
    private double[] values = new double[0];
    private int[] scratch = new int[0];
    private int leftCount;
    private int[] groups = new int[0];
    private int[] firstHosts = new int[0];
    private int[] seen = new int[0];
    private int stamp;
    private int plainCount;
    private final Ranking ranking = new Ranking();

    /** With options, and without chance. */
    public FilterScheduler(SchedulerOptions options) {
        this(options, 0);
    }

    /** With a seed for shuffles and subsets, if the options want any. */
    public FilterScheduler(SchedulerOptions options, long seed) {
        this.options = options;
        this.seed = seed;
        this.filters = FilterChain.of(options);
        this.weighers = WeigherList.of(options);
        this.subsetSize = options.whole("filter_scheduler.host_subset_size");
        this.shuffles = options.truth("filter_scheduler.shuffle_best_same_weighed_hosts");
    }

    /** The options in force. */
    public SchedulerOptions options() {
        return options;
    }

    /** The host for one server among all, or {@link #NONE}. */
    public int choose(HostStates hosts, RequestSpec spec) {
        return choose(hosts, spec, hosts.all());
    }

    @Override
    public int choose(HostStates hosts, RequestSpec spec, int[] candidates) {
        if (subsetSize > 1 || shuffles) {
            int[] sorted = sorted(hosts, spec, candidates, 0);
            return sorted.length == 0 ? NONE : sorted[0];
        }
        try {
            return heaviest(hosts, spec, candidates);
        } catch (SchedulingError early) {
            // Verdicts that were worked out ahead may fail on hosts that an earlier filter drops.
            int[] sorted = sorted(hosts, spec, candidates, 0);
            return sorted.length == 0 ? NONE : sorted[0];
        }
    }

    private int heaviest(HostStates hosts, RequestSpec spec, int[] candidates) {
        int[] left = survivors(hosts, spec, candidates);
        int count = leftCount;
        if (count <= 1) {
            return count == 0 ? NONE : left[0];
        }
        if (groupsHelp(hosts, spec)) {
            int groupCount = findGroups(hosts.alike(), left, count);
            weigh(hosts, hosts.alike().columns(), spec, groups, groupCount, -1);
            return firstHosts[ShareSum.best(weights, groupCount)];
        }
        boolean isRun = left[count - 1] - left[0] == count - 1; // they are in order
        weigh(hosts, hosts.columns(), spec, left, count, isRun ? left[0] : -1);
        return left[ShareSum.best(weights, count)];
    }

    /** Whether hosts that are alike weigh the same, and were many lately. */
    private boolean groupsHelp(HostStates hosts, RequestSpec spec) {
        if (plainCount > 0) {
            plainCount--;
            return false;
        }
        if (!bound(hosts).isByColumnsAlone()) {
            return false;
        }
        for (int w : bound(hosts).unequal(spec)) {
            if (weighers.get(w).steadiness() == HostWeigher.Steadiness.REQUEST) {
                return false;
            }
        }
        return true;
    }

    /** The groups of these hosts and the first host of each, in the order of those. */
    private int findGroups(AlikeHosts alike, int[] of, int count) {
        int[] groupByHost = alike.groups();
        if (seen.length < alike.numberMax() || stamp == Integer.MAX_VALUE) {
            seen = new int[alike.numberMax()];
            stamp = 0;
        }
        stamp++;
        int found = 0;
        for (int k = 0; k < count; k++) {
            int group = groupByHost[of[k]];
            if (seen[group] != stamp) {
                seen[group] = stamp;
                groups[found] = group;
                firstHosts[found++] = of[k];
            }
        }
        plainCount = found * 2 > count ? PLAIN_COUNT : 0;
        return found;
    }

    @Override
    public Destinations select(
            HostStates hosts, RequestSpec spec, List<String> uuids, Candidates candidates) {
        List<Destinations.Selection> done = new ArrayList<>();
        List<Destinations.Attempt> attempts = new ArrayList<>();
        int[] sorted = candidates.hosts();
        RequestSpec one = spec;
        int index = 0;
        for (String uuid : uuids) {
            one = one.forInstance(uuid);
            sorted = sorted(hosts, one, sorted, index++);
            int claimed = claimed(sorted, uuid, candidates, attempts);
            if (claimed == NONE) {
                Destinations.undo(hosts, spec, done, candidates);
                return Destinations.none(Destinations.NOT_ENOUGH, attempts);
            }
            done.add(new Destinations.Selection(uuid, claimed, List.of()));
            one = consumed(hosts, one, claimed);
        }
        if (index > 1 && candidates.alternates() > 0) {
            sorted = sorted(hosts, one, sorted, index - 1);
        }
        return new Destinations(
                withAlternates(hosts, done, sorted, candidates), Optional.empty(), attempts);
    }

    private static int claimed(
            int[] sorted, String uuid, Candidates candidates, List<Destinations.Attempt> attempts) {
        for (int host : sorted) {
            if (candidates.claim(host, uuid)) {
                return host;
            }
            attempts.add(new Destinations.Attempt(uuid, host));
        }
        return NONE;
    }

    /** Only servers of a group are noted on their host at once, and the host in the group. */
    private static RequestSpec consumed(HostStates hosts, RequestSpec spec, int host) {
        hosts.consume(host, spec);
        if (spec.group().isEmpty()) {
            return spec;
        }
        hosts.addInstance(host, spec.instanceUuid());
        return spec.withGroup(Optional.of(spec.group().get().plusHost(hosts.host(host).host())));
    }

    /** Further hosts of the same cell, none of which was selected. */
    private static List<Destinations.Selection> withAlternates(
            HostStates hosts,
            List<Destinations.Selection> done,
            int[] sorted,
            Candidates candidates) {
        List<Integer> selected = done.stream().map(Destinations.Selection::host).toList();
        List<Destinations.Selection> all = new ArrayList<>();
        for (Destinations.Selection each : done) {
            String cell = hosts.host(each.host()).cell();
            List<Integer> alternates = new ArrayList<>();
            for (int host : sorted) {
                if (alternates.size() == candidates.alternates()) {
                    break;
                }
                if (hosts.host(host).cell().equals(cell) && !selected.contains(host)) {
                    alternates.add(host);
                }
            }
            all.add(new Destinations.Selection(each.instanceUuid(), each.host(), alternates));
        }
        return all;
    }

    /** Filters in their order, weighs, sorts; the first may be drawn among the heaviest. */
    private int[] sorted(HostStates hosts, RequestSpec spec, int[] from, int index) {
        room(hosts.count());
        Entrance entrance = Entrance.of(hosts, spec.shape(), from);
        int[] left = entrance.hosts();
        for (HostFilter filter : filters) {
            if (left.length > 0
                    && entrance.asksFilters()
                    && !(filter.oncePerRequest() && index > 0)
                    && (filter.onRebuild() || !spec.shape().isRebuild())) {
                IntPredicate verdict = filter.over(hosts, spec);
                left = Arrays.stream(left).filter(verdict).toArray();
            }
        }
        if (left.length < 2) {
            return left;
        }
        weigh(hosts, hosts.columns(), spec, left, left.length, left == hosts.all() ? 0 : -1);
        int[] positions = ranking.of(weights, left.length);
        int tieCount = ShareSum.countOf(weights[positions[0]], weights, left.length);
        int[] sorted = new int[left.length];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = left[positions[k]];
        }
        return drawn(sorted, spec, index, tieCount);
    }

    /** shuffle_best_same_weighed_hosts and host_subset_size. */
    private int[] drawn(int[] sorted, RequestSpec spec, int index, int tieCount) {
        Draws draws = Draws.of(seed, "nova", spec.instanceUuid(), "host subset", index);
        for (int k = tieCount - 1; shuffles && k > 0; k--) {
            swap(sorted, k, draws.below(k + 1));
        }
        if (subsetSize > 1) {
            int drawn = draws.below(Math.min(subsetSize, sorted.length));
            int chosen = sorted[drawn];
            System.arraycopy(sorted, 0, sorted, 1, drawn);
            sorted[0] = chosen;
        }
        return sorted;
    }

    private static void swap(int[] array, int a, int b) {
        int held = array[a];
        array[a] = array[b];
        array[b] = held;
    }

    /** Chooses, and keeps what is needed to say why, among these hosts. */
    public Explanation explain(HostStates hosts, RequestSpec spec, int[] candidates) {
        int chosen = choose(hosts, spec, candidates);
        int[] kept = candidates == hosts.all() ? candidates : candidates.clone();
        return new Explanation(bound(hosts), spec, kept, chosen);
    }

    /** Chooses, and keeps what is needed to say why, among all hosts. */
    public Explanation explain(HostStates hosts, RequestSpec spec) {
        return explain(hosts, spec, hosts.all());
    }

    /** Who passes the filters; {@link #leftCount} of the array count. */
    private int[] survivors(HostStates hosts, RequestSpec spec, int[] candidates) {
        room(hosts.count());
        Bound.Survivors fixed = bound(hosts).survivors(spec);
        int[] left = fixed.hosts();
        leftCount = left.length;
        if (left == hosts.all()) {
            left = candidates;
            leftCount = candidates.length;
        } else if (candidates != hosts.all()) {
            left = common(left, candidates);
        }
        if (!fixed.moving().isEmpty()) {
            left = passing(fixed.moving(), hosts, spec, left);
        }
        return spec.group().isEmpty() ? left : passing(fixed.grouped(), hosts, spec, left);
    }

    private Bound bound(HostStates hosts) {
        Bound known = bound;
        if (known == null || !known.isOf(hosts)) {
            known = new Bound(hosts, filters, weighers);
            bound = known;
        }
        return known;
    }

    private void room(int count) {
        if (weights.length < count) {
            weights = new double[count];
            values = new double[count];
            scratch = new int[count];
            groups = new int[count];
            firstHosts = new int[count];
        }
    }

    /** What is in both; both are in order. */
    private int[] common(int[] left, int[] candidates) {
        int count = 0;
        int c = 0;
        for (int k = 0; k < leftCount && c < candidates.length; k++) {
            while (c < candidates.length && candidates[c] < left[k]) {
                c++;
            }
            if (c < candidates.length && candidates[c] == left[k]) {
                scratch[count++] = left[k];
            }
        }
        leftCount = count;
        return scratch;
    }

    private int[] passing(List<HostFilter> some, HostStates hosts, RequestSpec spec, int[] from) {
        int[] left = from;
        for (HostFilter filter : some) {
            if (filter.needsGroup() && !filter.moves(spec)) {
                continue;
            }
            IntPredicate verdict = filter.over(hosts, spec);
            int count = 0;
            for (int k = 0; k < leftCount; k++) {
                int host = left[k];
                if (verdict.test(host)) {
                    scratch[count++] = host;
                }
            }
            leftCount = count;
            left = scratch;
        }
        return left;
    }

    /**
     * Fills {@link #weights}, by position in {@code of}.
     *
     * @param columns by host, or by group if nothing else makes a difference
     * @param of hosts, or groups of them
     * @param from the first of hosts that follow one another; below 0: they do not
     */
    private void weigh(
            HostStates hosts,
            TakenColumns columns,
            RequestSpec spec,
            int[] of,
            int count,
            int from) {
        Bound fixed = bound(hosts);
        Arrays.fill(weights, 0, count, 0.0);
        for (int w : fixed.unequal(spec)) {
            HostWeigher weigher = weighers.get(w);
            double min = 0;
            double max = 0;
            switch (weigher.steadiness()) {
                case RAM -> max = ShareSum.fromZero(columns.freeRamMb(), of, count, from, values);
                case DISK -> max = ShareSum.fromZero(columns.freeDiskMb(), of, count, from, values);
                case IO_OPS ->
                        max = ShareSum.fromZero(columns.ioOpCounts(), of, count, from, values);
                case CPU -> max = ShareSum.fromZero(columns.vcpusFree(), of, count, from, values);
                case HOST -> {
                    fill(fixed.steadyValues(w), of, count);
                    max = largest(count);
                    min = smallest(count);
                }
                case REQUEST -> {
                    double[] each = weigher.values(hosts, spec, Arrays.copyOf(of, count));
                    System.arraycopy(each, 0, values, 0, count);
                    max = largest(count);
                    min = smallest(count);
                }
            }
            add(fixed, w, of, count, min, max);
        }
    }

    private void add(Bound fixed, int w, int[] of, int count, double min, double max) {
        if (min == max) {
            return;
        }
        double[] each = fixed.multipliersByHost(w);
        if (each.length == 0) {
            ShareSum.add(values, count, min, max, fixed.multiplier(w), weights);
        } else {
            ShareSum.addEach(values, of, count, min, max, each, weights);
        }
    }

    private void fill(double[] all, int[] of, int count) {
        for (int k = 0; k < count; k++) {
            values[k] = all[of[k]];
        }
    }

    private double largest(int count) {
        double max = values[0];
        for (int k = 1; k < count; k++) {
            max = values[k] > max ? values[k] : max;
        }
        return max;
    }

    private double smallest(int count) {
        double min = values[0];
        for (int k = 1; k < count; k++) {
            min = values[k] < min ? values[k] : min;
        }
        return min;
    }
}
