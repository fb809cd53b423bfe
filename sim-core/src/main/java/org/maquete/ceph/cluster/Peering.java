package org.maquete.ceph.cluster;

import static org.maquete.ceph.status.PgState.DOWN;
import static org.maquete.ceph.status.PgState.INCOMPLETE;
import static org.maquete.ceph.status.PgState.REMAPPED;

import java.util.Arrays;
import org.maquete.world.Ints;

/**
 * What the members of a group agree on: whether they can know all that was written, who serves, and
 * who has to copy what.
 *
 * <p>Whoever served last may have taken writes. If too few of them are up to know (one with whole
 * copies, as many as there are shards of data with an erasure code), and one of the others may come
 * back, the group is {@code down} and waits: although those that are there may well have all. If
 * the others do not exist any more, the group goes on with what there is, or is {@code incomplete}.
 *
 * <p>One that is to serve and has an old copy catches up from the log of writes while it serves.
 * One that has nothing also can as long as the log goes back to the first write; else others serve
 * in its place, and it is filled behind their backs.
 */
final class Peering {

    /** <250, writes>: Ceph 16.2, osd_min_pg_log_entries: a clean group's log is cut to these. */
    private static final int LOG_MIN = 250;

    /** <10,000, writes>: Ceph 16.2, osd_max_pg_log_entries: while it is degraded. */
    private static final int LOG_MAX = 10_000;

    private final MapDraft map;
    private final PoolSettings pool;
    private final int objects;

    Peering(MapDraft map, PoolSettings pool, int objects) {
        this.map = map;
        this.pool = pool;
        this.objects = objects;
    }

    /** The condition on which the group agrees; what is to be copied has yet to be begun. */
    PgCondition agree(PgCondition group, long nowNs) {
        PgCondition known = group.with(existing(group.copies()));
        if (isDown(known)) {
            return blocked(known, DOWN.bit(), nowNs);
        }
        if (objects > 0 && !hasAll(known)) {
            return blocked(known, INCOMPLETE.bit(), nowNs);
        }
        PgCondition chosen = pool.isErasure() ? shards(known) : wholes(known);
        boolean serves = PgStates.count(chosen.place().acting()) >= pool.minSize();
        PgCondition serving =
                chosen.placed(
                        chosen.place(),
                        serves ? chosen.place().acting() : chosen.served(),
                        chosen.copies());
        PgPhase phase = lacks(serving) ? PgPhase.WAITING : PgPhase.SETTLED;
        PgCondition done = serving.doing(phase, PgCondition.Copying.NOTHING);
        return done.reported(PgStates.of(done, pool, objects), nowNs);
    }

    private PgCondition blocked(PgCondition group, long states, long nowNs) {
        long remapped = group.place().isRemapped() ? REMAPPED.bit() : 0;
        return group.doing(PgPhase.BLOCKED, PgCondition.Copying.NOTHING)
                .reported(states | remapped, nowNs);
    }

    private Copies existing(Copies copies) {
        Copies known = copies;
        for (int i = 0; i < copies.count(); i++) {
            if (!map.exists(copies.osd(i))) {
                known = known.without(copies.osd(i));
            }
        }
        return known;
    }

    private boolean isDown(PgCondition group) {
        int up = 0;
        boolean isSomebodyAway = false;
        for (int i = 0; i < group.served().count(); i++) {
            int osd = group.served().get(i);
            if (osd == PgCondition.NONE) {
                continue;
            }
            up += map.isUp(osd) ? 1 : 0;
            isSomebodyAway |= map.exists(osd) && !map.isUp(osd);
        }
        return isSomebodyAway && up < pool.neededCount();
    }

    /** Whether those that are up can make every object. */
    private boolean hasAll(PgCondition group) {
        int complete = 0;
        for (int i = 0; i < group.copies().count(); i++) {
            boolean isThere = map.isUp(group.copies().osd(i));
            complete += isThere && group.copies().lacking(i) == 0 ? 1 : 0;
        }
        return complete >= pool.neededCount();
    }

    /** What one lacks who may serve now: 0 or more if it can catch up from the log. */
    private int lacking(PgCondition group, int osd, int shard) {
        int known = group.copies().lacking(osd, shard);
        if (known == Copies.ABSENT) {
            return objects <= LOG_MIN ? objects : -objects;
        }
        return known > LOG_MAX ? -objects : known;
    }

    private PgCondition wholes(PgCondition group) {
        Ints up = group.place().up();
        int[] acting = new int[up.count() + group.copies().count()];
        int count = 0;
        Copies copies = group.copies();
        for (int i = 0; i < up.count(); i++) {
            int lacking = lacking(group, up.get(i), -1);
            copies = copies.with(up.get(i), -1, lacking);
            if (lacking >= 0) {
                acting[count++] = up.get(i);
            }
        }
        for (int i = 0; i < group.copies().count() && count < pool.size(); i++) {
            int osd = group.copies().osd(i);
            boolean isStray = map.isUp(osd) && !PgStates.contains(up, osd);
            if (isStray && group.copies().lacking(i) == 0) {
                acting[count++] = osd;
            }
        }
        Ints serving = Ints.of(Arrays.copyOf(acting, count));
        int primary = count == 0 ? -1 : primary(group.place(), serving);
        return group.placed(
                new PgCondition.Place(up, group.place().upPrimary(), serving, primary),
                group.served(),
                copies);
    }

    private static int primary(PgCondition.Place place, Ints serving) {
        return PgStates.contains(serving, place.upPrimary()) ? place.upPrimary() : serving.get(0);
    }

    private PgCondition shards(PgCondition group) {
        Ints up = group.place().up();
        int[] acting = new int[up.count()];
        Copies copies = group.copies();
        int primary = -1;
        for (int shard = 0; shard < acting.length; shard++) {
            acting[shard] = stray(group, shard);
            if (up.get(shard) != PgCondition.NONE) {
                int lacking = lacking(group, up.get(shard), shard);
                copies = copies.with(up.get(shard), shard, lacking);
                acting[shard] = lacking >= 0 ? up.get(shard) : acting[shard];
            }
            primary = primary < 0 && acting[shard] != PgCondition.NONE ? acting[shard] : primary;
        }
        PgCondition.Place place =
                new PgCondition.Place(
                        up,
                        group.place().upPrimary(),
                        Ints.of(acting),
                        PgStates.contains(Ints.of(acting), group.place().upPrimary())
                                ? group.place().upPrimary()
                                : primary);
        return group.placed(place, group.served(), copies);
    }

    /** An OSD that is up and has this shard though it is not to have it. */
    private int stray(PgCondition group, int shard) {
        for (int i = 0; i < group.copies().count(); i++) {
            Copies copies = group.copies();
            if (copies.shard(i) == shard && copies.lacking(i) == 0 && map.isUp(copies.osd(i))) {
                return copies.osd(i);
            }
        }
        return PgCondition.NONE;
    }

    private static boolean lacks(PgCondition group) {
        for (int i = 0; i < group.copies().count(); i++) {
            if (Recovery.isTarget(group, i)) {
                return true;
            }
        }
        return false;
    }
}
