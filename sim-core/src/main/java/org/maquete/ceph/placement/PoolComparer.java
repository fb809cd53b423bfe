package org.maquete.ceph.placement;

import java.util.Arrays;
import java.util.Optional;
import org.maquete.ceph.balancer.RuleDomains;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.CrushMapper;
import org.maquete.ceph.crush.CrushRule;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * Counts what moves in a pool between two states.
 *
 * <p>When the number of groups changes, a group of the finer division is looked at: it was a part
 * of one group, and will be a part of one; its objects are an equal part of what that group held,
 * as hashes fall evenly.
 */
final class PoolComparer {

    private static final int NONE = CrushMapper.NONE;

    private final PlacementPair pair;
    private final ClusterUse use;
    private final boolean[] isNew;
    private final boolean[] isAlive;

    /**
     * A comparer of two states.
     *
     * @param newOsds OSDs of the state after that are empty, whatever that number was before
     */
    PoolComparer(PlacementPair pair, ClusterUse use, Ints newOsds) {
        this.pair = pair;
        this.use = use;
        int count =
                Math.max(
                        pair.before().maps().osdMap().osdCountMax(),
                        pair.after().maps().osdMap().osdCountMax());
        isNew = new boolean[count];
        isAlive = new boolean[count];
        pair.after().maps().osdMap().osds().forEach(o -> isAlive[o.id()] = o.isUp());
        for (int i = 0; i < newOsds.count(); i++) {
            isNew[newOsds.get(i)] = true;
            isAlive[newOsds.get(i)] = false; // what it had is gone
        }
    }

    /** Counters of one pool while its groups are looked at. */
    private static final class Count {
        private int remapped;
        private int affected;
        private final int[] movedByPg;
        private long moved;
        private long rebuilt;
        private long objects;
        private long objectShards;
        private long bytes;

        Count(int size) {
            movedByPg = new int[size + 1];
        }
    }

    PoolMoves compare(Pool before, Pool after, PlacementPair.Rows rows) {
        int fine = Math.max(before.pgNum(), after.pgNum());
        int[] parts = new int[before.pgNum()];
        int[] partOf = new int[fine];
        int[] ordinal = new int[fine];
        for (int seed = 0; seed < fine; seed++) {
            int old = before.group(seed).seed();
            partOf[seed] = old;
            ordinal[seed] = parts[old]++;
        }
        Count count = new Count(Math.max(before.size(), after.size()));
        long objectsAll = 0;
        long bytesAll = 0;
        for (int seed = 0; seed < fine; seed++) {
            int old = partOf[seed];
            int now = after.group(seed).seed();
            Shard shard = shard(before, old, ordinal[seed], parts[old]);
            objectsAll += shard.objects();
            bytesAll += shard.bytes();
            Sets sets =
                    new Sets(
                            rows.before().up(),
                            old * before.size(),
                            before.size(),
                            rows.after().up(),
                            now * after.size(),
                            after.size());
            group(sets, after.shifts(), shard, count);
        }
        PoolMoves.Volume moved =
                new PoolMoves.Volume(count.objects, count.objectShards, count.bytes);
        PoolMoves.Volume all =
                new PoolMoves.Volume(
                        objectsAll, objectsAll * after.size(), bytesAll * after.size());
        return new PoolMoves(
                before,
                after,
                fine,
                count.remapped,
                count.affected,
                Ints.of(count.movedByPg),
                count.moved,
                count.rebuilt,
                moved,
                all,
                undersized(rows.before()),
                undersized(rows.after()),
                broken(pair.before(), rows.before()),
                broken(pair.after(), rows.after()));
    }

    /** What a part of a group holds: objects, and bytes of one shard. */
    private record Shard(long objects, long bytes) {}

    private Shard shard(Pool before, int old, int ordinal, int count) {
        long objects = ClusterUse.share(use.objects(before.id(), old), ordinal, count);
        long bytes = ClusterUse.share(use.bytes(before.id(), old), ordinal, count);
        return new Shard(objects, bytes / use.shards(before));
    }

    /** A group's OSDs before and after, as slices. */
    private static final class Sets {
        private final int[] before;
        private final int from;
        private final int sizeBefore;
        private final int[] after;
        private final int to;
        private final int size;

        Sets(int[] before, int from, int sizeBefore, int[] after, int to, int size) {
            this.before = before;
            this.from = from;
            this.sizeBefore = sizeBefore;
            this.after = after;
            this.to = to;
            this.size = size;
        }

        int sizeBefore() {
            return sizeBefore;
        }

        int size() {
            return size;
        }

        int old(int place) {
            return place < sizeBefore ? before[from + place] : NONE;
        }

        int now(int place) {
            return place < size ? after[to + place] : NONE;
        }

        boolean had(int osd) {
            return contains(before, from, sizeBefore, osd);
        }

        boolean has(int osd) {
            return contains(after, to, size, osd);
        }

        private static boolean contains(int[] osds, int from, int count, int osd) {
            for (int i = from; i < from + count; i++) {
                if (osds[i] == osd) {
                    return true;
                }
            }
            return false;
        }
    }

    private void group(Sets sets, boolean shifts, Shard shard, Count count) {
        int moved = 0;
        int lost = 0;
        int gone = 0;
        boolean isSame = true;
        for (int place = 0; place < Math.max(sets.sizeBefore(), sets.size()); place++) {
            int old = sets.old(place);
            int now = sets.now(place);
            isSame &= old == now;
            boolean comes = now != NONE && (isNew[now] || !(shifts ? sets.had(now) : old == now));
            boolean goes = old != NONE && (isNew[old] || !(shifts ? sets.has(old) : old == now));
            moved += comes ? 1 : 0;
            lost += goes ? 1 : 0;
            gone += goes && !isAlive[old] ? 1 : 0;
        }
        count.remapped += isSame ? 0 : 1;
        count.movedByPg[moved]++;
        if (moved + lost == 0) {
            return;
        }
        count.affected++;
        count.moved += moved;
        // A shard without an old place to come from is rebuilt from the others.
        count.rebuilt += Math.min(moved, gone + Math.max(0, moved - lost));
        count.objects += shard.objects();
        count.objectShards += moved * shard.objects();
        count.bytes += moved * shard.bytes();
    }

    private static int undersized(Placements.Rows rows) {
        int size = rows.pool().size();
        int undersized = 0;
        for (int at = 0; at < rows.up().length; at += size) {
            int count = 0;
            for (int place = at; place < at + size; place++) {
                count += rows.up()[place] == NONE ? 0 : 1;
            }
            undersized += count < size ? 1 : 0;
        }
        return undersized;
    }

    private static int broken(Placements state, Placements.Rows rows) {
        CrushMap crush = state.maps().crush();
        Pool pool = rows.pool();
        Optional<CrushRule> rule = crush.rule(pool.crushRule());
        if (rule.isEmpty()) {
            return rows.count();
        }
        RuleDomains domains = new RuleDomains(crush, rule.get(), pool.size());
        int broken = 0;
        for (int i = 0; i < rows.count(); i++) {
            int at = i * pool.size();
            int[] osds = Arrays.copyOfRange(rows.up(), at, at + pool.size());
            broken += domains.isSound(osds) ? 0 : 1;
        }
        return broken;
    }
}
