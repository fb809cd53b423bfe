package org.maquete.ceph.cluster;

import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * What has been down for ten minutes is marked out, so that others take its data: unless a flag
 * forbids it, too few are in already (looked at before the change), or a whole rack or more is
 * down.
 */
final class OutHandler {

    // 3: the type of a rack, Ceph 16.2, mon_osd_down_out_subtree_limit
    private static final int RACK = 3;

    private OutHandler() {}

    /** Plans for all that are down and in; forgets the plan for the others. */
    static void review(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        for (MapOsd osd : state.osds()) {
            boolean mayGo = osd.in() && !osd.up() && isAllowed(osd, state);
            boolean isPlanned = osd.outDueNs() > 0;
            if (mayGo && !isPlanned) {
                long interval = state.optionNs(Options.DOWN_OUT_INTERVAL);
                long left = Math.max(0, osd.belief().sinceNs() + interval - out.now());
                long ns = left + out.draw(ClusterSpans.MON_TICK, osd.key(), out.now());
                EventId event = out.schedule(ns, new OutDue(osd.osd()));
                out.fact(new OutPlanned(osd.osd(), Math.max(1, out.now() + ns), event));
            } else if (isPlanned && !mayGo) {
                out.cancel(osd.out());
                out.fact(new OutPlanned(osd.osd(), 0, EventId.NONE));
            }
        }
    }

    /** Forgets all plans and makes them anew: an option has changed. */
    static void replan(World world, Outcome out) {
        for (MapOsd osd : new ClusterState(world).osds()) {
            if (osd.outDueNs() > 0) {
                out.cancel(osd.out());
                out.fact(new OutPlanned(osd.osd(), 0, EventId.NONE));
            }
        }
    }

    private static boolean isAllowed(MapOsd osd, ClusterState state) {
        if (state.has(MapFlag.NOOUT)
                || state.option(Options.DOWN_OUT_INTERVAL) <= 0
                || osd.belief().isNew()
                || !Truth.canCommit(state.world())) {
            return false;
        }
        int in = 0;
        for (MapOsd each : state.osds()) {
            in += each.in() ? 1 : 0;
        }
        double ratio = (double) in / state.osds().count();
        return ratio >= state.option(Options.MIN_IN_RATIO) && !isRackDown(osd.osd(), state);
    }

    /** Whether all of a rack, or of something larger, is down around an OSD. */
    private static boolean isRackDown(int osd, ClusterState state) {
        int at = osd;
        for (int depth = 0; depth < MapDraft.TYPES.size(); depth++) {
            Bucket parent = CrushTree.parent(at, state);
            if (parent == null || !isDown(parent, state)) {
                return false;
            }
            if (parent.type() >= RACK) {
                return true;
            }
            at = parent.id();
        }
        return false;
    }

    private static boolean isDown(Bucket bucket, ClusterState state) {
        for (int i = 0; i < bucket.items().count(); i++) {
            int item = bucket.items().get(i);
            boolean isDown =
                    item >= 0
                            ? state.osd(item).filter(MapOsd::up).isEmpty()
                            : isDown(CrushTree.bucket(item, state), state);
            if (!isDown) {
                return false;
            }
        }
        return true;
    }

    static void due(OutDue event, World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        MapOsd osd = state.osd(event.osd()).orElseThrow();
        if (osd.in() && !osd.up() && isAllowed(osd, state)) {
            OsdHandler.weigh(osd, 0, true, world, out);
        } else {
            out.fact(new OutPlanned(osd.osd(), 0, EventId.NONE));
        }
    }
}
