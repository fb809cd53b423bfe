package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.world.World;

/**
 * The manager's module pg_autoscaler: how many groups a pool should have, from its share of the
 * space. It changes a pool only when it is off by more than three times, and never below the pool's
 * {@code pg_num_min}.
 *
 * <p>A pool's share is what its copies take, of all there is. With 100 groups for each OSD in all,
 * a share gives a number of groups; the next power of two is the aim, at least 32 when the pool
 * names no least number. An empty pool of 4 groups is raised to 32; an empty one of 16 is left.
 */
final class AutoscaleHandler {

    // 32: Ceph 16.2, pg_autoscaler, PG_NUM_MIN, when the pool sets no pg_num_min
    private static final int PG_NUM_MIN = 32;
    // 3: Ceph 16.2, pg_autoscaler, threshold
    private static final double THRESHOLD = 3.0;

    private AutoscaleHandler() {}

    /** What a pool should have. */
    static int target(MapPool pool, ClusterState state) {
        long total = 0;
        int osds = 0;
        for (MapOsd osd : state.osds()) {
            total += osd.in() ? osd.seat().bytes() : 0;
            osds += osd.in() ? 1 : 0;
        }
        PoolSettings settings = pool.settings();
        double rate = (double) settings.size() / settings.neededCount();
        double share = total == 0 ? 0 : Math.min(1, stored(pool, state) * rate / total);
        double groups = share * osds * state.option(Options.TARGET_PG_PER_OSD) / settings.size();
        int least = settings.pgNumMin() == 0 ? PG_NUM_MIN : settings.pgNumMin();
        return Math.max(least, nearestPower(groups));
    }

    private static double stored(MapPool pool, ClusterState state) {
        double bytes = 0;
        for (PoolContent.Batch batch : state.content(pool.name()).orElseThrow().batches()) {
            bytes += (double) batch.bytes() * batch.count();
        }
        return bytes;
    }

    /** The power of two above, unless the one below is nearer: Ceph 16.2, pg_autoscaler. */
    private static int nearestPower(double n) {
        if (n <= 0) {
            return 0;
        }
        int above = 1;
        while (above < n) {
            above *= 2;
        }
        int below = above / 2;
        return above - n > n - below ? below : above;
    }

    /** Whether the module would change a pool. */
    static boolean isOff(MapPool pool, ClusterState state) {
        if (!pool.settings().autoscale().equals("on")) {
            return false;
        }
        int pgNum = pool.settings().pgNum();
        int target = target(pool, state);
        // Merging is not modelled: a pool with too many groups keeps them.
        return target > pgNum * THRESHOLD && PoolHandler.fits(pool, target, state);
    }

    static void review(World world, Outcome out) {
        ClusterState state = new ClusterState(world);
        if (!state.isFounded() || state.map().plans().scaleDueNs() > 0) {
            return;
        }
        for (MapPool pool : state.pools()) {
            if (isOff(pool, state)) {
                long ns = out.draw(ClusterSpans.AUTOSCALE, pool.name(), out.now());
                EventId event = out.schedule(ns, new AutoscaleDue(0));
                out.fact(new AutoscalePlanned(Math.max(1, out.now() + ns), event));
                return;
            }
        }
    }

    static void due(AutoscaleDue event, World world, Outcome out) {
        out.fact(new AutoscalePlanned(0, EventId.NONE));
        ClusterState state = new ClusterState(world);
        if (!Truth.canCommit(world)) {
            return;
        }
        for (MapPool pool : state.pools()) {
            if (isOff(pool, state)) {
                PoolHandler.split(pool, target(pool, state), world, out);
                return; // one at a time: the next look follows from this change
            }
        }
    }
}
