package org.maquete.ceph.status;

/**
 * When a placement group was last well, each in nanoseconds since 1970 (UTC), 0 for never. A group
 * that is active now was so at its last report; one that is not, when it last reported to be. One
 * object may serve many groups.
 *
 * @param lastChange when its state last changed
 */
public record PgStamps(
        long lastActive,
        long lastPeered,
        long lastClean,
        long lastFullsized,
        long lastUndegraded,
        long lastUnstale,
        long lastChange) {

    /** All at one time. */
    public static PgStamps allAt(long unixNs) {
        return new PgStamps(unixNs, unixNs, unixNs, unixNs, unixNs, unixNs, unixNs);
    }
}
