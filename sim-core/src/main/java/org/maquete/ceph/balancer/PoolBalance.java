package org.maquete.ceph.balancer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * The groups of one pool while they are evened out.
 *
 * <p>An OSD's target is its part of the pool's shards by CRUSH weight times reweight; its deviation
 * is what it has more than that. The OSD farthest off gives a shard to the one with the smallest
 * deviation that may take it, or takes one from the one with the largest. Of the groups that could
 * move, one whose upmap only has to go is taken first, then one whose upmap is to be changed, so
 * that there are few. A move from deviation {@code a} to {@code b} changes the sum of squares by
 * {@code 2 (b - a + 1)}: only moves with {@code a - b > 1} are made, so each makes it smaller, and
 * there is an end. Of OSDs with the same deviation the one with less in all pools together is
 * preferred.
 *
 * <p>Cost: a move that is found looks at the groups of one OSD for a few others; one that is not
 * found at all of them, and the OSD rests until something else has moved.
 */
final class PoolBalance {

    private static final double LEAST = 0.5; // <shards>: nearer to a target no whole number comes
    private static final double EPSILON = 1e-6; // <shards>: far above the error of sums of doubles

    private final Pool pool;
    private final RuleDomains domains;
    private final int[][] raw;
    private final int[][] wanted;
    private final boolean[] isFixed;
    private final boolean[] mayTake;
    private final double[] targets;
    private final double[] deviations;
    private final double[] totals;
    private final TreeMap<Integer, TreeSet<Integer>> groupsByOsd = new TreeMap<>();
    private final TreeMap<PgId, Ints> items = new TreeMap<>();
    private final TreeMap<PgId, Ints> old = new TreeMap<>();

    /**
     * A pool as it is.
     *
     * @param totals deviations of all pools together; this one's are added
     */
    PoolBalance(OsdMap map, CrushMap crush, Pool pool, double[] totals) {
        this.pool = pool;
        this.totals = totals;
        domains = new RuleDomains(crush, crush.rule(pool.crushRule()).orElseThrow(), pool.size());
        raw = new int[pool.pgNum()][];
        wanted = new int[pool.pgNum()][];
        isFixed = new boolean[pool.pgNum()];
        mayTake = new boolean[totals.length];
        targets = new double[totals.length];
        deviations = new double[totals.length];
        targets(map);
        PgMapper mapper = new PgMapper(map, crush);
        for (int seed = 0; seed < pool.pgNum(); seed++) {
            raw[seed] = mapper.map(pool, seed).raw().stream().toArray();
            wanted[seed] = raw[seed];
        }
        for (Exceptions.Items each : map.exceptions().upmapItems()) {
            if (each.pg().pool() == pool.id()) {
                old.put(each.pg(), each.pairs());
                wanted[each.pg().seed()] = mapper.wanted(pool, each.pg().seed()).stream().toArray();
            }
        }
        for (Exceptions.Osds each : map.exceptions().upmaps()) {
            if (each.pg().pool() == pool.id()) {
                isFixed[each.pg().seed()] = true;
                wanted[each.pg().seed()] = mapper.wanted(pool, each.pg().seed()).stream().toArray();
            }
        }
        for (int seed = 0; seed < pool.pgNum(); seed++) {
            for (int osd : wanted[seed]) {
                count(osd, 1);
                groups(osd).add(seed);
            }
        }
    }

    private void targets(OsdMap map) {
        double[] weights = domains.weights();
        double sum = 0;
        for (OsdState osd : map.osds()) {
            if (osd.id() < weights.length) {
                targets[osd.id()] = weights[osd.id()] * osd.weightFixed16();
                sum += targets[osd.id()];
                mayTake[osd.id()] = osd.isUp() && targets[osd.id()] > 0;
            }
        }
        for (int osd = 0; osd < targets.length; osd++) {
            targets[osd] = sum > 0 ? targets[osd] / sum * pool.size() * pool.pgNum() : 0;
            deviations[osd] = -targets[osd];
            totals[osd] -= targets[osd];
        }
    }

    private TreeSet<Integer> groups(int osd) {
        return groupsByOsd.computeIfAbsent(osd, _ -> new TreeSet<>());
    }

    private void count(int osd, int more) {
        if (osd >= 0 && osd < deviations.length) {
            deviations[osd] += more;
            totals[osd] += more;
        }
    }

    Pool pool() {
        return pool;
    }

    /** Replacements that have changed; none for those that go. */
    TreeMap<PgId, Ints> items() {
        return items;
    }

    private boolean isCounted(int osd) {
        return targets[osd] > 0 || deviations[osd] > 0;
    }

    double deviationMax() {
        double most = 0;
        for (int osd = 0; osd < deviations.length; osd++) {
            most = Math.max(most, isCounted(osd) ? Math.abs(deviations[osd]) : 0);
        }
        return most;
    }

    double stddev() {
        double squares = 0;
        int count = 0;
        for (int osd = 0; osd < deviations.length; osd++) {
            squares += isCounted(osd) ? deviations[osd] * deviations[osd] : 0;
            count += isCounted(osd) ? 1 : 0;
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /** Makes moves; gives how many groups have another upmap than before. */
    int run(int deviationMax, int changedMax) {
        boolean[] rests = new boolean[deviations.length];
        while (true) {
            int osd = worst(deviationMax, rests);
            if (osd < 0) {
                return items.size();
            }
            Optional<Move> move = deviations[osd] > 0 ? gives(osd) : takes(osd);
            boolean isNew = move.isPresent() && !items.containsKey(id(move.get().seed()));
            if (move.isEmpty() || (isNew && items.size() >= changedMax)) {
                rests[osd] = true;
                continue;
            }
            make(move.get());
            Arrays.fill(rests, false);
        }
    }

    private PgId id(int seed) {
        return new PgId(pool.id(), seed);
    }

    /**
     * The OSD farthest off, by more than a deviation; of equals the first. With a deviation of 1,
     * as even as moves can make it: that takes fewer upmaps than osdmaptool needs for its 1.
     */
    private int worst(int deviationMax, boolean[] rests) {
        int worst = -1;
        double most = (deviationMax > 1 ? deviationMax : LEAST) + EPSILON;
        for (int osd = 0; osd < deviations.length; osd++) {
            double off = isCounted(osd) && !rests[osd] ? Math.abs(deviations[osd]) : 0;
            if (off > most) {
                worst = osd;
                most = off + EPSILON;
            }
        }
        return worst;
    }

    /** A group that goes from one OSD to another, and its replacements then. */
    private static final class Move {
        private final int seed;
        private final int[] wanted;
        private final Ints pairs;

        Move(int seed, int[] wanted, Ints pairs) {
            this.seed = seed;
            this.wanted = wanted;
            this.pairs = pairs;
        }

        int seed() {
            return seed;
        }

        int[] wanted() {
            return wanted;
        }

        Ints pairs() {
            return pairs;
        }
    }

    private Optional<Move> gives(int from) {
        for (int to : byDeviation(1)) {
            if (deviations[from] - deviations[to] <= 1 + EPSILON) {
                break;
            }
            Optional<Move> move = mayTake[to] ? move(from, to) : Optional.empty();
            if (move.isPresent()) {
                return move;
            }
        }
        return Optional.empty();
    }

    private Optional<Move> takes(int to) {
        if (!mayTake[to]) {
            return Optional.empty();
        }
        for (int from : byDeviation(-1)) {
            if (deviations[from] - deviations[to] <= 1 + EPSILON) {
                break;
            }
            Optional<Move> move = move(from, to);
            if (move.isPresent()) {
                return move;
            }
        }
        return Optional.empty();
    }

    /** OSDs from the smallest deviation up, or from the largest down. */
    private List<Integer> byDeviation(int sign) {
        long[] own = new long[deviations.length];
        long[] all = new long[deviations.length];
        List<Integer> osds = new ArrayList<>();
        for (int osd = 0; osd < deviations.length; osd++) {
            own[osd] = sign * Math.round(deviations[osd] / EPSILON);
            all[osd] = sign * Math.round(totals[osd] / EPSILON);
            if (isCounted(osd)) {
                osds.add(osd);
            }
        }
        osds.sort(
                Comparator.comparingLong((Integer o) -> own[o])
                        .thenComparingLong(o -> all[o])
                        .thenComparingInt(o -> o));
        return osds;
    }

    /** The best group to move from one OSD to another. */
    private Optional<Move> move(int from, int to) {
        Optional<Move> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (int seed : groups(from)) {
            int at = isFixed[seed] ? -1 : place(wanted[seed], from);
            if (at < 0 || !domains.mayReplace(wanted[seed], at, to)) {
                continue;
            }
            Optional<Move> move = made(seed, at, to);
            int cost = move.isPresent() ? cost(move.get()) : Integer.MAX_VALUE;
            if (cost < least) {
                best = move;
                least = cost;
            }
            if (least < 0) {
                break;
            }
        }
        return best;
    }

    private static int place(int[] osds, int osd) {
        for (int i = 0; i < osds.length; i++) {
            if (osds[i] == osd) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Move> made(int seed, int at, int to) {
        int[] set = wanted[seed].clone();
        set[at] = to;
        if (raw[seed].length != set.length) {
            return Optional.empty();
        }
        Optional<Ints> pairs = PgSet.pairs(raw[seed], set, pool.shifts());
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        int[] result = PgSet.applied(raw[seed], pairs.get());
        return PgSet.contains(result, to) && domains.isSound(result)
                ? Optional.of(new Move(seed, result, pairs.get()))
                : Optional.empty();
    }

    /** How many more replacements there are: below 0 when some go. */
    private int cost(Move move) {
        PgId pg = id(move.seed());
        int now = items.getOrDefault(pg, old.getOrDefault(pg, Ints.NONE)).count();
        return move.pairs().count() - now;
    }

    private void make(Move move) {
        int seed = move.seed();
        for (int osd : wanted[seed]) {
            count(osd, -1);
            groups(osd).remove(seed);
        }
        wanted[seed] = move.wanted();
        for (int osd : wanted[seed]) {
            count(osd, 1);
            groups(osd).add(seed);
        }
        PgId pg = id(seed);
        if (move.pairs().equals(old.getOrDefault(pg, Ints.NONE))) {
            items.remove(pg);
        } else {
            items.put(pg, move.pairs());
        }
    }
}
