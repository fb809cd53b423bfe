package org.maquete.ceph.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.maquete.ceph.balancer.RuleDomains;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Shards and bytes of each OSD in one state; what is left for each pool.
 *
 * <p>An OSD's use is what it was, and the bytes of the shards that come less those that go. A new
 * OSD is empty, and as large as its CRUSH weight says: 1 is one TiB.
 */
final class StateFigures {

    private static final double TIB = 1L << 40; // <bytes>: a CRUSH weight of 1

    private final Placements state;
    private final Ints newOsds;
    private final ClusterUse use;
    private final long[] shards;
    private final double[] targets;
    private final long[] bytes;
    private final int[] reweights;
    private final int[] crushWeights;
    private final TreeMap<Long, double[]> weightsByPool = new TreeMap<>();
    private final TreeMap<Long, Double> presentByPool = new TreeMap<>();

    /**
     * The figures of a state.
     *
     * @param newOsds OSDs that are empty, whatever the documents tell of their number
     */
    StateFigures(Placements state, ClusterUse use, Ints newOsds) {
        this.state = state;
        this.use = use;
        this.newOsds = newOsds;
        int count =
                Math.max(
                        state.maps().osdMap().osdCountMax(), state.maps().crush().deviceCountMax());
        shards = new long[count];
        targets = new double[count];
        bytes = new long[count];
        reweights = new int[count];
        crushWeights = new int[count];
        for (OsdState osd : state.maps().osdMap().osds()) {
            reweights[osd.id()] = osd.weightFixed16();
        }
        for (Bucket bucket : state.maps().crush().buckets()) {
            for (int i = 0; i < bucket.items().count(); i++) {
                int item = bucket.items().get(i);
                if (item >= 0 && crushWeights[item] == 0) {
                    crushWeights[item] = bucket.weightsFixed16().get(i);
                }
            }
        }
    }

    /**
     * Adds a pool.
     *
     * @param held the pool as it was when the use was read
     */
    void add(Pool held, Placements.Rows rows) {
        Pool pool = rows.pool();
        int fine = Math.max(held.pgNum(), pool.pgNum());
        int[] parts = new int[held.pgNum()];
        for (int seed = 0; seed < fine; seed++) {
            parts[held.group(seed).seed()]++;
        }
        int[] ordinals = new int[held.pgNum()];
        double objectCopies = 0;
        double missing = 0;
        for (int seed = 0; seed < fine && use.isKnown(); seed++) {
            int old = held.group(seed).seed();
            int ordinal = ordinals[old]++;
            long all = use.bytes(held.id(), old);
            long one = ClusterUse.share(all, ordinal, parts[old]) / use.shards(held);
            long objects = ClusterUse.share(use.objects(held.id(), old), ordinal, parts[old]);
            int at = pool.group(seed).seed() * pool.size();
            objectCopies += (double) objects * pool.size();
            for (int place = at; place < at + pool.size(); place++) {
                int osd = rows.up()[place];
                if (osd != CrushMapper.NONE && osd < bytes.length) {
                    bytes[osd] += one;
                } else {
                    missing += objects;
                }
            }
        }
        double present = objectCopies > 0 ? (objectCopies - missing) / objectCopies : 1;
        presentByPool.put(pool.id(), present);
        for (int osd : rows.up()) {
            if (osd != CrushMapper.NONE && osd < shards.length) {
                shards[osd]++;
            }
        }
        weights(pool);
    }

    private void weights(Pool pool) {
        double[] weights =
                state.maps()
                        .crush()
                        .rule(pool.crushRule())
                        .map(r -> new RuleDomains(state.maps().crush(), r, pool.size()).weights())
                        .orElse(new double[0]);
        weightsByPool.put(pool.id(), weights);
        double sum = 0;
        for (int osd = 0; osd < weights.length; osd++) {
            sum += weights[osd] * reweights[osd];
        }
        for (int osd = 0; osd < weights.length && sum > 0; osd++) {
            double part = weights[osd] * reweights[osd] / sum;
            targets[osd] += part * pool.size() * pool.pgNum();
        }
    }

    /** How the shards are spread; empty when no OSD should have any. */
    Optional<Spread> spread(StateFigures before) {
        List<Spread.Load> loads = new ArrayList<>();
        for (int osd = 0; osd < shards.length; osd++) {
            if (targets[osd] > 0) {
                loads.add(new Spread.Load(osd, shards[osd], targets[osd]));
            }
        }
        if (loads.isEmpty()) {
            return Optional.empty();
        }
        double mean = loads.stream().mapToLong(Spread.Load::shards).sum() / (double) loads.size();
        double squares = 0;
        double deviations = 0;
        Spread.Load first = loads.getFirst();
        Spread.Load least = first;
        Spread.Load most = first;
        Spread.Load emptiest = first;
        Spread.Load heaviest = first;
        for (Spread.Load each : loads) {
            squares += (each.shards() - mean) * (each.shards() - mean);
            double deviation = each.shards() - each.target();
            deviations += deviation * deviation;
            least = each.shards() < least.shards() ? each : least;
            most = each.shards() > most.shards() ? each : most;
            emptiest = each.ratio() < emptiest.ratio() ? each : emptiest;
            heaviest = each.ratio() > heaviest.ratio() ? each : heaviest;
        }
        return Optional.of(
                new Spread(
                        loads.size(),
                        mean,
                        Math.sqrt(squares / loads.size()),
                        least,
                        most,
                        emptiest,
                        heaviest,
                        Math.sqrt(deviations / loads.size()),
                        fullest(before)));
    }

    private Optional<Spread.Fullness> fullest(StateFigures before) {
        Optional<Spread.Fullness> fullest = Optional.empty();
        for (OsdState osd : state.maps().osdMap().osds()) {
            if (!use.isKnown() || osd.weightFixed16() == 0) {
                continue;
            }
            ClusterUse.Space space = space(osd.id(), before);
            Spread.Fullness each = new Spread.Fullness(osd.id(), space.usedBytes(), space.bytes());
            if (space.bytes() > 0 && fullest.map(f -> each.part() > f.part()).orElse(true)) {
                fullest = Optional.of(each);
            }
        }
        return fullest;
    }

    /** An OSD's size and use when all has moved. */
    private ClusterUse.Space space(int osd, StateFigures before) {
        long was = osd < before.bytes.length ? before.bytes[osd] : 0;
        long more = bytes[osd] - was;
        Optional<ClusterUse.Space> known = isAdded(osd) ? Optional.empty() : use.space(osd);
        if (known.isEmpty()) {
            long size = (long) (Integer.toUnsignedLong(crushWeights[osd]) / 65536.0 * TIB);
            return new ClusterUse.Space(size, bytes[osd], size - bytes[osd]);
        }
        return new ClusterUse.Space(
                known.get().bytes(),
                Math.max(0, known.get().usedBytes() + more),
                known.get().freeBytes() - more);
    }

    /**
     * What {@code ceph df} calls MAX AVAIL: what fits before the first OSD of the rule is full, if
     * all grow by weight. The arithmetic is that of Ceph 16.2: floats for weights and the ratio;
     * and shards that are missing make room, so that a degraded pool shows more.
     */
    OptionalLong maxAvail(Pool pool, StateFigures before) {
        double[] weights = weightsByPool.getOrDefault(pool.id(), new double[0]);
        boolean isAny = false;
        long least = Long.MAX_VALUE;
        for (int osd = 0; osd < weights.length; osd++) {
            boolean isKnown = use.space(osd).isPresent() || (use.hasSpaces() && isAdded(osd));
            if ((float) weights[osd] <= 0 || !isKnown) {
                continue;
            }
            ClusterUse.Space space = space(osd, before);
            double unusable = (space.bytes() >> 10) * (1.0 - (float) use.fullRatio());
            double free = Math.max(0.0, (space.freeBytes() >> 10) - unusable) * 1024.0;
            least = Math.min(least, (long) (free / (float) weights[osd]));
            isAny = true;
        }
        double rate = pool.shifts() ? pool.size() : (double) pool.size() / use.shards(pool);
        rate *= presentByPool.getOrDefault(pool.id(), 1.0);
        isAny &= rate > 0;
        return isAny ? OptionalLong.of((long) (least / rate)) : OptionalLong.empty();
    }

    /** An OSD that the documents cannot know: it did not exist. */
    private boolean isAdded(int osd) {
        return newOsds.stream().anyMatch(o -> o == osd);
    }
}
