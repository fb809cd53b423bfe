package org.maquete.ceph.status;

import java.util.Arrays;
import org.maquete.ceph.osdmap.PgId;

/**
 * All placement groups at one moment, by index in the order in which they are printed.
 *
 * <p>Parallel arrays of masks and shared objects: a cluster of 32,768 groups takes about 1.5 MB,
 * and counting states reads one array.
 */
public final class PgTable {

    /** No groups. */
    public static final PgTable NONE = new Builder(0).build();

    private final PgId[] ids;
    private final long[] states;
    private final PgPlace[] places;
    private final PgCounts[] counts;
    private final PgStamps[] stamps;

    private PgTable(Builder builder) {
        int count = builder.count;
        this.ids = Arrays.copyOf(builder.ids, count);
        this.states = Arrays.copyOf(builder.states, count);
        this.places = Arrays.copyOf(builder.places, count);
        this.counts = Arrays.copyOf(builder.counts, count);
        this.stamps = Arrays.copyOf(builder.stamps, count);
    }

    /** How many groups there are. */
    public int count() {
        return ids.length;
    }

    public PgId id(int index) {
        return ids[index];
    }

    /** A set of {@link PgState}. */
    public long states(int index) {
        return states[index];
    }

    public PgPlace place(int index) {
        return places[index];
    }

    public PgCounts counts(int index) {
        return counts[index];
    }

    public PgStamps stamps(int index) {
        return stamps[index];
    }

    /** What all groups hold. */
    public PgCounts total() {
        PgCounts total = PgCounts.NONE;
        for (PgCounts each : counts) {
            total = each.objects() == 0 ? total : total.plus(each);
        }
        return total;
    }

    /** What the groups of one pool hold. */
    public PgCounts total(long pool) {
        PgCounts total = PgCounts.NONE;
        for (int i = 0; i < ids.length; i++) {
            total = ids[i].pool() == pool ? total.plus(counts[i]) : total;
        }
        return total;
    }

    /** Collects groups in the order in which they shall be printed. */
    public static final class Builder {

        private int count;
        private PgId[] ids;
        private long[] states;
        private PgPlace[] places;
        private PgCounts[] counts;
        private PgStamps[] stamps;

        /** Expects about so many groups. */
        public Builder(int expectedCount) {
            ids = new PgId[expectedCount];
            states = new long[expectedCount];
            places = new PgPlace[expectedCount];
            counts = new PgCounts[expectedCount];
            stamps = new PgStamps[expectedCount];
        }

        /** Adds a group in the states of a set of {@link PgState}. */
        public Builder add(PgId id, long set, PgPlace place, PgCounts held, PgStamps times) {
            if (count == ids.length) {
                int more = 2 * count + 16;
                ids = Arrays.copyOf(ids, more);
                states = Arrays.copyOf(states, more);
                places = Arrays.copyOf(places, more);
                counts = Arrays.copyOf(counts, more);
                stamps = Arrays.copyOf(stamps, more);
            }
            ids[count] = id;
            states[count] = set;
            places[count] = place;
            counts[count] = held;
            stamps[count] = times;
            count++;
            return this;
        }

        public PgTable build() {
            return new PgTable(this);
        }
    }
}
