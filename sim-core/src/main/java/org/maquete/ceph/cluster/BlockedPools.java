package org.maquete.ceph.cluster;

import java.util.Optional;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapFlag;
import org.maquete.ceph.status.PgState;
import org.maquete.world.Ints;
import org.maquete.world.World;

/** Whether a pool serves all its clients. Nothing is mapped while all OSDs are well. */
final class BlockedPools {

    private BlockedPools() {}

    static boolean isBlocked(World world, String name) {
        ClusterState state = new ClusterState(world);
        Optional<MapPool> found = state.pools().find(name);
        if (found.isEmpty() || found.get().made().activeNs() == 0 || state.has(MapFlag.PAUSEWR)) {
            return true;
        }
        MapPool pool = found.get();
        for (Pg row : state.pgs()) {
            boolean isOurs = row.at().pool() == pool.pool();
            if (isOurs && !PgState.ACTIVE.in(row.at().states())) {
                return true;
            }
        }
        int bad = 0;
        for (MapOsd osd : state.osds()) {
            bad += takes(osd, world) ? 0 : 1;
        }
        return bad > 0 && isOnBad(pool, state);
    }

    private static boolean takes(MapOsd osd, World world) {
        return osd.belief().fullness() != Fullness.FULL && Truth.answers(world, osd);
    }

    /** Whether a group is served by one that takes nothing. */
    private static boolean isOnBad(MapPool pool, ClusterState state) {
        PgMapper mapper = MapDraft.of(state).mapper();
        for (int seed = 0; seed < pool.settings().pgNum(); seed++) {
            String name = pool.pool() + "." + Integer.toHexString(seed);
            int number = seed;
            Ints acting =
                    state.pgs()
                            .find(name)
                            .map(row -> row.at().place().acting())
                            .orElseGet(() -> mapper.map(pool.placed(), number).up());
            if (PgStates.count(acting) < pool.settings().minSize()) {
                return true;
            }
            for (int i = 0; i < acting.count(); i++) {
                boolean isThere = acting.get(i) != PgCondition.NONE;
                if (isThere
                        && state.osd(acting.get(i))
                                .filter(osd -> takes(osd, state.world()))
                                .isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
