package org.maquete.ceph.status;

/**
 * What a placement group holds.
 *
 * @param copies objects times the size of the pool
 * @param degraded copies that are missing
 * @param misplaced copies that are not where the map wants them
 * @param unfound objects of which no copy is known
 */
public record PgCounts(
        long objects, long bytes, long copies, long degraded, long misplaced, long unfound) {

    /** Of an empty group. */
    public static final PgCounts NONE = new PgCounts(0, 0, 0, 0, 0, 0);

    /** Of a group that is well. */
    public static PgCounts clean(long objects, long bytes, int poolSize) {
        return objects == 0 ? NONE : new PgCounts(objects, bytes, objects * poolSize, 0, 0, 0);
    }

    /** The sum of two. */
    public PgCounts plus(PgCounts other) {
        return new PgCounts(
                objects + other.objects,
                bytes + other.bytes,
                copies + other.copies,
                degraded + other.degraded,
                misplaced + other.misplaced,
                unfound + other.unfound);
    }
}
