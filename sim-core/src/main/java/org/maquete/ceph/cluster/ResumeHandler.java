package org.maquete.ceph.cluster;

import java.util.TreeSet;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/** Schedules what such a cluster has pending. */
final class ResumeHandler {

    private ResumeHandler() {}

    static void resume(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded()) {
            return;
        }
        for (MapPool pool : state.pools()) {
            if (pool.made().dueNs() > 0) {
                long left = Math.max(0, pool.made().dueNs() - out.now());
                out.schedule(left, new PoolActiveDue(pool.pool(), pool.name()));
            }
        }
        ClusterMap.Plans plans = state.map().plans();
        if (plans.fullnessDueNs() > 0) {
            long left = Math.max(0, plans.fullnessDueNs() - out.now());
            EventId event = out.schedule(left, new FullnessDue(0));
            out.fact(new FullnessPlanned(plans.fullnessDueNs(), event));
        }
        if (plans.scaleDueNs() > 0) {
            long left = Math.max(0, plans.scaleDueNs() - out.now());
            EventId event = out.schedule(left, new AutoscaleDue(0));
            out.fact(new AutoscalePlanned(plans.scaleDueNs(), event));
        }
        groups(world, out);
    }

    private static void groups(World world, Outcome out) {
        TreeSet<Integer> epochs = new TreeSet<>();
        PgLedger ledger = new PgLedger(world, out);
        for (Pg row : ledger.state().pgs()) {
            PgCondition group = row.at();
            PgCondition.Copying work = group.copying();
            if (group.phase().isPeering() && epochs.add(group.epoch())) {
                boolean isSilent = work.dueNs() < 0;
                PeeringHandler.resume(group.epoch(), isSilent, work.startNs(), out);
            } else if (group.phase() == PgPhase.COPYING) {
                RecoveryDue due = new RecoveryDue(group.pool(), group.seed(), group.epoch());
                long left = Math.max(0, work.dueNs() - out.now());
                EventId event = out.schedule(left, due);
                PgCondition.Copying again =
                        new PgCondition.Copying(work.startNs(), out.now() + left, event);
                ledger.put(group.doing(PgPhase.COPYING, again));
            }
        }
        ledger.write();
    }
}
