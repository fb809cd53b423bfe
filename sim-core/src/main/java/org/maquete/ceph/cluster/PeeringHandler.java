package org.maquete.ceph.cluster;

import org.maquete.ceph.status.PgState;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** What groups do when the maps have changed: they agree anew, and the manager hears of it. */
final class PeeringHandler {

    private PeeringHandler() {}

    /**
     * A map has changed.
     *
     * @param isSilent whether an OSD fell silent: the others then wait until it can serve nobody
     *     any more, and all say that they are peering
     */
    static void changed(PgLedger ledger, boolean isSilent, Outcome out) {
        int epoch = ledger.state().map().epoch() + 1;
        if (ledger.remap(epoch, isSilent) > 0) {
            begin(epoch, isSilent, out);
        }
        ledger.write();
    }

    /** Groups whose interval began with this epoch will agree. */
    static void begin(int epoch, boolean isSilent, Outcome out) {
        resume(epoch, isSilent, out.now(), out);
    }

    /** What is still to come of an interval that began at {@code startNs}. */
    static void resume(int epoch, boolean isSilent, long startNs, Outcome out) {
        String name = Integer.toString(epoch);
        long gone = out.now() - startNs;
        long seenNs = out.draw(ClusterSpans.PG_REPORT, name, 0) - gone;
        long doneNs = out.draw(ClusterSpans.PEERING, name, 0) - gone;
        if (seenNs >= 0) {
            out.schedule(seenNs, new PeeringSeen(epoch, isSilent));
        }
        long toldNs = seenNs + out.draw(ClusterSpans.PG_TICK, name, 0);
        if (!isSilent && toldNs >= 0 && toldNs < doneNs) {
            out.schedule(toldNs, new PeeringSeen(epoch, true));
        }
        if (doneNs >= 0) {
            out.schedule(doneNs, new PeeringDue(epoch));
        }
    }

    static void seen(PeeringSeen event, World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        for (Pg row : ledger.state().pgs()) {
            PgCondition group = row.at();
            if (group.epoch() != event.epoch() || !group.phase().isPeering()) {
                continue;
            }
            long states = group.states();
            if (event.isSilent()) {
                states = PgState.PEERING.bit() | (states & PgState.CREATING.bit());
                states |= group.place().isRemapped() ? PgState.REMAPPED.bit() : 0;
            } else if (group.phase() == PgPhase.ORPHANED) {
                states |= PgState.STALE.bit();
            }
            if (states != group.states()) {
                ledger.put(group.reported(states, out.now()));
            }
        }
        ledger.write();
    }

    static void due(PeeringDue event, World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        for (Pg row : ledger.state().pgs()) {
            PgCondition group = row.at();
            if (group.epoch() == event.epoch() && group.phase().isPeering()) {
                agree(group, ledger, out);
            }
        }
        Recovery.begin(ledger, out);
        ledger.write();
    }

    private static void agree(PgCondition group, PgLedger ledger, Outcome out) {
        if (Recovery.answers(group, ledger)) {
            agreeAgain(group, ledger, out);
        } else {
            // One of them has gone and nobody knows it yet: the others wait for its word.
            ledger.put(group.reported(PgState.PEERING.bit(), out.now()));
        }
    }

    /** A group agrees; one that is well then needs no row. */
    static void agreeAgain(PgCondition group, PgLedger ledger, Outcome out) {
        PoolSettings pool = ledger.draft().pool(group.pool()).orElseThrow().settings();
        Peering peering = new Peering(ledger.draft(), pool, ledger.objects(group));
        PgCondition agreed = peering.agree(group, out.now());
        boolean isWell =
                agreed.phase() == PgPhase.SETTLED
                        && !agreed.place().isRemapped()
                        && PgStates.count(agreed.place().acting()) >= pool.size();
        if (isWell) {
            ledger.settle(agreed);
        } else {
            ledger.put(agreed);
        }
    }

    /** An OSD that had been silent without anybody's noticing answers again. */
    static void goOn(World world, Outcome out) {
        PgLedger ledger = new PgLedger(world, out);
        for (Pg row : ledger.state().pgs()) {
            if (row.at().phase().isPeering()
                    && PgState.PEERING.in(row.at().states())
                    && Recovery.answers(row.at(), ledger)) {
                agreeAgain(row.at(), ledger, out);
            }
        }
        Recovery.begin(ledger, out);
        ledger.write();
    }
}
