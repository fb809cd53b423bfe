package org.maquete.ceph.placement;

import java.util.List;
import org.maquete.world.Ints;

/** What moves in all pools together; see {@link PoolMoves}. */
public record Totals(
        long pgs,
        long remappedPgs,
        long affectedPgs,
        long shards,
        long movedShards,
        long rebuiltShards,
        PoolMoves.Volume moved,
        PoolMoves.Volume all,
        Ints movedByPg) {

    static Totals of(List<PoolMoves> pools) {
        long pgs = 0;
        long remapped = 0;
        long affected = 0;
        long shards = 0;
        long moved = 0;
        long rebuilt = 0;
        PoolMoves.Volume volume = new PoolMoves.Volume(0, 0, 0);
        PoolMoves.Volume all = volume;
        int width = 1;
        for (PoolMoves pool : pools) {
            width = Math.max(width, pool.movedByPg().count());
        }
        int[] movedByPg = new int[width];
        for (PoolMoves pool : pools) {
            pgs += pool.pgCount();
            remapped += pool.remappedPgs();
            affected += pool.affectedPgs();
            shards += pool.shardCount();
            moved += pool.movedShards();
            rebuilt += pool.rebuiltShards();
            volume = volume.and(pool.moved());
            all = all.and(pool.all());
            for (int i = 0; i < pool.movedByPg().count(); i++) {
                movedByPg[i] += pool.movedByPg().get(i);
            }
        }
        return new Totals(
                pgs, remapped, affected, shards, moved, rebuilt, volume, all, Ints.of(movedByPg));
    }
}
