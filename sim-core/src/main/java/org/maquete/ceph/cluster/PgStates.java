package org.maquete.ceph.cluster;

import static org.maquete.ceph.status.PgState.ACTIVE;
import static org.maquete.ceph.status.PgState.BACKFILLING;
import static org.maquete.ceph.status.PgState.BACKFILL_WAIT;
import static org.maquete.ceph.status.PgState.CLEAN;
import static org.maquete.ceph.status.PgState.DEGRADED;
import static org.maquete.ceph.status.PgState.PEERED;
import static org.maquete.ceph.status.PgState.RECOVERING;
import static org.maquete.ceph.status.PgState.RECOVERY_WAIT;
import static org.maquete.ceph.status.PgState.REMAPPED;
import static org.maquete.ceph.status.PgState.UNDERSIZED;

import org.maquete.world.Ints;

/**
 * The states of a group that has agreed, from who serves it and what they have. A group is degraded
 * only when objects lack copies: an empty one is just undersized.
 */
final class PgStates {

    private PgStates() {}

    static long of(PgCondition group, PoolSettings pool, int objects) {
        int serving = count(group.place().acting());
        long states = serving >= pool.minSize() && serving > 0 ? ACTIVE.bit() : PEERED.bit();
        states |= serving < pool.size() ? UNDERSIZED.bit() : 0;
        states |= group.place().isRemapped() ? REMAPPED.bit() : 0;
        states |= objects > 0 && degraded(group, pool, objects) > 0 ? DEGRADED.bit() : 0;
        if (group.phase() == PgPhase.COPYING) {
            states |= isBehind(group) ? RECOVERING.bit() : BACKFILLING.bit();
        } else if (group.phase() == PgPhase.WAITING) {
            states |= isBehind(group) ? RECOVERY_WAIT.bit() : BACKFILL_WAIT.bit();
        } else if (serving >= pool.size()) {
            states |= CLEAN.bit();
        }
        return states;
    }

    /** How many OSDs stand in a set. */
    static int count(Ints osds) {
        int count = 0;
        for (int i = 0; i < osds.count(); i++) {
            count += osds.get(i) == PgCondition.NONE ? 0 : 1;
        }
        return count;
    }

    static boolean contains(Ints osds, int osd) {
        for (int i = 0; i < osds.count(); i++) {
            if (osds.get(i) == osd) {
                return true;
            }
        }
        return false;
    }

    /** Whether one that serves has to catch up; else what is copied is a backfill. */
    static boolean isBehind(PgCondition group) {
        for (int i = 0; i < group.copies().count(); i++) {
            if (group.copies().lacking(i) > 0 && isServing(group, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isServing(PgCondition group, int copy) {
        return isIn(group.place().acting(), group.copies(), copy);
    }

    /** Whether a set has the OSD of a copy, in the place of its shard. */
    static boolean isIn(Ints osds, Copies copies, int copy) {
        int shard = copies.shard(copy);
        return shard < 0
                ? contains(osds, copies.osd(copy))
                : shard < osds.count() && osds.get(shard) == copies.osd(copy);
    }

    /** Copies of objects that are missing: what nobody who serves or will serve has. */
    static long degraded(PgCondition group, PoolSettings pool, int objects) {
        long wanted = (long) objects * pool.size();
        long there = 0;
        for (int i = 0; i < group.copies().count(); i++) {
            if (isServing(group, i) || isIn(group.place().up(), group.copies(), i)) {
                there += objects - Math.min(objects, Math.abs((long) group.copies().lacking(i)));
            }
        }
        return Math.max(0, wanted - there);
    }

    /** Copies of objects that are there, but not where the map wants them. */
    static long misplaced(PgCondition group, PoolSettings pool, int objects) {
        if (!group.place().isRemapped()) {
            return 0;
        }
        long wanted = (long) objects * Math.min(pool.size(), count(group.place().up()));
        long there = 0;
        for (int i = 0; i < group.copies().count(); i++) {
            if (isIn(group.place().up(), group.copies(), i)) {
                there += objects - Math.min(objects, Math.abs((long) group.copies().lacking(i)));
            }
        }
        return Math.max(0, wanted - there - degraded(group, pool, objects));
    }
}
