package org.maquete.ceph.placement;

import org.maquete.ceph.osdmap.Pool;
import org.maquete.world.Ints;

/**
 * What becomes of a pool. A shard is one copy of a group, or one piece of an erasure code; the
 * words are those of crushdiff.
 *
 * @param before as it is; the same as after when the pool is new
 * @param pgCount groups: the larger number when pg_num changes, as groups split or merge in place
 * @param remappedPgs groups whose list of OSDs differs in any way: what crushtool counts
 * @param affectedPgs groups whose data changes: a shard moves or falls away
 * @param movedByPg how many groups have no, one, two ... shards to move
 * @param movedShards shards to be written where there was none
 * @param rebuiltShards of these, those whose old place is gone; the others are only misplaced
 * @param undersizedBefore groups with fewer OSDs than the pool has copies, or with holes
 * @param brokenBefore groups with two OSDs in one failure domain of the rule, or outside its take
 */
public record PoolMoves(
        Pool before,
        Pool after,
        int pgCount,
        int remappedPgs,
        int affectedPgs,
        Ints movedByPg,
        long movedShards,
        long rebuiltShards,
        Volume moved,
        Volume all,
        int undersizedBefore,
        int undersizedAfter,
        int brokenBefore,
        int brokenAfter) {

    /**
     * How much.
     *
     * @param affectedObjects objects of the groups concerned; of all, every object
     * @param objectShards their shards
     * @param bytes of the shards
     */
    public record Volume(long affectedObjects, long objectShards, long bytes) {

        Volume and(Volume other) {
            return new Volume(
                    affectedObjects + other.affectedObjects,
                    objectShards + other.objectShards,
                    bytes + other.bytes);
        }
    }

    /** All shards that the pool should have after. */
    public long shardCount() {
        return (long) pgCount * after.size();
    }
}
