package org.maquete.ceph.crush;

import java.util.List;
import org.maquete.world.Ints;

/**
 * Weights and ids that replace those of the buckets for some pools: what the balancer's mode
 * crush-compat writes.
 *
 * @param id of a pool, or {@link #COMPAT}
 */
public record ChooseArgs(long id, List<OfBucket> buckets) {

    /** The set for pools that have none of their own; the dump writes -1. */
    public static final long COMPAT = -1; // <id>: Ceph 16.2, CrushWrapper's default choose_args

    public ChooseArgs {
        buckets = List.copyOf(buckets);
    }

    /**
     * What replaces a bucket's own.
     *
     * @param weightSets in 65,536ths; the n-th list is for the n-th place of the result, the last
     *     one also for those after it; may be empty
     * @param ids hashed instead of the items' ids; may be empty
     */
    public record OfBucket(int bucketId, List<Ints> weightSets, Ints ids) {

        public OfBucket {
            weightSets = List.copyOf(weightSets);
        }
    }
}
