package org.maquete.ceph.cluster;

import static org.maquete.ceph.status.PgState.ACTIVE;
import static org.maquete.ceph.status.PgState.CLEAN;
import static org.maquete.ceph.status.PgState.DEGRADED;
import static org.maquete.ceph.status.PgState.PEERED;
import static org.maquete.ceph.status.PgState.STALE;
import static org.maquete.ceph.status.PgState.UNDERSIZED;

import org.maquete.ceph.status.PgStamps;

/**
 * When a group was last well. A group says so only in its reports: at each change and every now and
 * then. So a group that lost its members a moment ago may have been well for the last time, as far
 * as anybody knows, minutes ago, and counts as stuck at once.
 */
final class Stamps {

    private Stamps() {}

    static PgStamps after(PgStamps old, long before, long states, long nowNs) {
        long told = PgCondition.lastReportNs(old.lastChange(), nowNs);
        boolean wasActive = ACTIVE.in(before);
        boolean isActive = ACTIVE.in(states);
        boolean isStale = STALE.in(states);
        // The manager calls a group stale by itself: the group has told nothing then.
        long now = isStale ? told : nowNs;
        return new PgStamps(
                last(wasActive, isActive, told, now, old.lastActive()),
                last(
                        wasActive || PEERED.in(before),
                        isActive || PEERED.in(states),
                        told,
                        now,
                        old.lastPeered()),
                last(CLEAN.in(before), CLEAN.in(states), told, now, old.lastClean()),
                last(
                        !UNDERSIZED.in(before),
                        !UNDERSIZED.in(states),
                        told,
                        now,
                        old.lastFullsized()),
                last(!DEGRADED.in(before), !DEGRADED.in(states), told, now, old.lastUndegraded()),
                nowNs,
                nowNs);
    }

    private static long last(boolean was, boolean is, long told, long now, long old) {
        return is ? now : was ? Math.max(old, told) : old;
    }

    /** As they are in simulated time, in the time that clocks show. */
    static PgStamps shifted(PgStamps s, long byNs) {
        return new PgStamps(
                s.lastActive() + byNs,
                s.lastPeered() + byNs,
                s.lastClean() + byNs,
                s.lastFullsized() + byNs,
                s.lastUndegraded() + byNs,
                s.lastUnstale() + byNs,
                s.lastChange() + byNs);
    }
}
