package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapFlag;
import org.maquete.ceph.status.PgState;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.Ints;
import org.maquete.world.World;

/**
 * Copying: whose turn it is, how long it takes, how far it is.
 *
 * <p>A group copies when its primary and each OSD that receives have a place free: {@code
 * osd_max_backfills} each, 1 by default. Catching up comes before filling, degraded before
 * misplaced, then the lower number. How far one is follows from the time since it began; an event
 * comes only when it is done. Each end looks at all groups that wait: with 30,000 of them a
 * millisecond.
 */
final class Recovery {

    private static final long GIB = 1L << 30;

    private Recovery() {}

    /** Whether a copy has to receive something now. */
    static boolean isTarget(PgCondition group, int copy) {
        return group.copies().lacking(copy) != 0
                && (PgStates.isIn(group.place().acting(), group.copies(), copy)
                        || PgStates.isIn(group.place().up(), group.copies(), copy));
    }

    /** Whether a copy receives something in this turn: catching up comes before filling. */
    private static boolean isTurn(PgCondition group, int copy) {
        return isTarget(group, copy)
                && (group.copies().lacking(copy) > 0 || !PgStates.isBehind(group));
    }

    /** Begins what may be begun. */
    static void begin(PgLedger ledger, Outcome out) {
        TreeMap<Integer, Integer> busy = new TreeMap<>();
        List<PgCondition> waiting = new ArrayList<>();
        for (PgCondition group : ledger.all()) {
            if (group.phase() == PgPhase.COPYING) {
                take(group, busy);
            } else if (group.phase() == PgPhase.WAITING) {
                waiting.add(group);
            }
        }
        waiting.sort(
                Comparator.comparing((PgCondition g) -> !PgStates.isBehind(g))
                        .thenComparing(g -> !PgState.DEGRADED.in(g.states()))
                        .thenComparing(PgCondition::id));
        int placesMax = (int) ledger.state().option(Options.MAX_BACKFILLS);
        for (PgCondition group : waiting) {
            if (mayBegin(group, ledger, out.now()) && isFree(group, busy, placesMax)) {
                take(group, busy);
                start(group, ledger, out);
            }
        }
    }

    private static boolean mayBegin(PgCondition group, PgLedger ledger, long nowNs) {
        ClusterMap map = ledger.state().map();
        if (!answers(group, ledger)) {
            return false;
        }
        if (PgStates.isBehind(group)) {
            return !map.has(MapFlag.NORECOVER);
        }
        if (map.has(MapFlag.NOBACKFILL)
                || (map.has(MapFlag.NOREBALANCE) && !PgState.DEGRADED.in(group.states()))) {
            return false;
        }
        boolean isTooFull = isTooFull(group, ledger);
        if (isTooFull != PgState.BACKFILL_TOOFULL.in(group.states())) {
            long other = group.states() ^ PgState.BACKFILL_TOOFULL.bit();
            ledger.put(group.reported(other, nowNs));
        }
        return !isTooFull;
    }

    /** Whether all that serve or receive really are there, whatever the map says. */
    static boolean answers(PgCondition group, PgLedger ledger) {
        return answer(group.place().acting(), ledger) && answer(group.place().up(), ledger);
    }

    private static boolean answer(Ints osds, PgLedger ledger) {
        for (int i = 0; i < osds.count(); i++) {
            boolean isThere =
                    osds.get(i) == PgCondition.NONE
                            || ledger.state()
                                    .osd(osds.get(i))
                                    .filter(osd -> Truth.answers(ledger.state().world(), osd))
                                    .isPresent();
            if (!isThere) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of those to be filled is. */
    private static boolean isTooFull(PgCondition group, PgLedger ledger) {
        for (int i = 0; i < group.copies().count(); i++) {
            if (isTarget(group, i)
                    && ledger.state()
                            .osd(group.copies().osd(i))
                            .filter(osd ->
                                    osd.belief().fullness().compareTo(Fullness.BACKFILLFULL) >= 0)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(PgCondition group, TreeMap<Integer, Integer> busy, int max) {
        if (busy.getOrDefault(group.place().actingPrimary(), 0) >= max) {
            return false;
        }
        for (int i = 0; i < group.copies().count(); i++) {
            if (isTarget(group, i) && busy.getOrDefault(-2 - group.copies().osd(i), 0) >= max) {
                return false;
            }
        }
        return true;
    }

    /** Places at primaries are counted by number, places at receivers by -2 - number. */
    private static void take(PgCondition group, TreeMap<Integer, Integer> busy) {
        busy.merge(group.place().actingPrimary(), 1, Integer::sum);
        for (int i = 0; i < group.copies().count(); i++) {
            if (isTarget(group, i)) {
                busy.merge(-2 - group.copies().osd(i), 1, Integer::sum);
            }
        }
    }

    private static void start(PgCondition group, PgLedger ledger, Outcome out) {
        long copies = 0;
        for (int i = 0; i < group.copies().count(); i++) {
            copies += isTurn(group, i) ? Math.abs((long) group.copies().lacking(i)) : 0;
        }
        int objects = Math.max(1, ledger.objects(group));
        PoolSettings pool = ledger.draft().pool(group.pool()).orElseThrow().settings();
        long each = ledger.bytes(group) / objects / pool.neededCount();
        String name = group.name();
        long ns =
                out.draw(ClusterSpans.RECOVERY_START, name, group.epoch())
                        + copies * pauseNs(group, ledger, out)
                        + (long)
                                ((double) copies
                                        * each
                                        / GIB
                                        * out.draw(ClusterSpans.RECOVERY_GIB, name, group.epoch()));
        RecoveryDue due = new RecoveryDue(group.pool(), group.seed(), group.epoch());
        EventId event = out.schedule(ns, due);
        PgCondition begun =
                group.doing(
                        PgPhase.COPYING, new PgCondition.Copying(out.now(), out.now() + ns, event));
        ledger.put(begun.reported(PgStates.of(begun, pool, ledger.objects(begun)), out.now()));
    }

    /** How long an OSD on a rotating disk rests after each object. */
    private static long pauseNs(PgCondition group, PgLedger ledger, Outcome out) {
        for (int i = 0; i < group.copies().count(); i++) {
            boolean rests =
                    isTurn(group, i)
                            && ledger.state()
                                    .osd(group.copies().osd(i))
                                    .filter(osd -> osd.seat().deviceClass().equals("hdd"))
                                    .isPresent();
            if (rests) {
                return out.draw(ClusterSpans.RECOVERY_OBJECT, group.name(), group.epoch());
            }
        }
        return 0;
    }

    /** What a group has by now, when it copies. */
    static Copies reached(PgCondition group, long nowNs) {
        PgCondition.Copying work = group.copying();
        if (work.dueNs() <= work.startNs()) {
            return group.copies();
        }
        double left = (double) (work.dueNs() - nowNs) / (work.dueNs() - work.startNs());
        Copies copies = group.copies();
        for (int i = 0; i < copies.count(); i++) {
            if (isTurn(group, i)) {
                int lacking = (int) Math.ceil(Math.abs((long) copies.lacking(i)) * left);
                int sign = copies.lacking(i) < 0 ? -1 : 1;
                copies = copies.with(copies.osd(i), copies.shard(i), sign * lacking);
            }
        }
        return copies;
    }

    static void due(RecoveryDue event, World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        PgId id = new PgId(event.pool(), event.seed());
        PgCondition group = ledger.find(id).orElse(null);
        if (group == null
                || group.phase() != PgPhase.COPYING
                || group.copying().dueNs() != out.now()) {
            return; // another interval has begun
        }
        PgCondition done = group;
        for (int i = 0; i < group.copies().count(); i++) {
            if (isTurn(group, i)) {
                Copies copies = done.copies();
                done = done.with(copies.with(copies.osd(i), copies.shard(i), 0));
            }
        }
        PeeringHandler.agreeAgain(done, ledger, out);
        begin(ledger, out);
        ledger.write();
        FullnessHandler.review(world, out);
    }

    /** Stops what copies; how far it came counts. */
    static void pause(PgLedger ledger, Outcome out) {
        for (PgCondition group : ledger.all()) {
            if (group.phase() != PgPhase.COPYING || mayBegin(group, ledger, out.now())) {
                continue;
            }
            out.cancel(group.copying().event());
            PgCondition waiting =
                    group.with(reached(group, out.now()))
                            .doing(PgPhase.WAITING, PgCondition.Copying.NOTHING);
            PoolSettings pool = ledger.draft().pool(group.pool()).orElseThrow().settings();
            long states = PgStates.of(waiting, pool, ledger.objects(waiting));
            ledger.put(waiting.reported(states, out.now()));
        }
    }
}
