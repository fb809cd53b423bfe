package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.ceph.status.PgState;
import org.maquete.world.World;

/** What must always hold. Nothing is computed while all groups are well. */
final class ClusterInvariants {

    private ClusterInvariants() {}

    static List<String> groups(World world) {
        ClusterState state = new ClusterState(world);
        if (state.pgs().count() == 0) {
            return List.of();
        }
        List<String> wrong = new ArrayList<>();
        MapDraft draft = MapDraft.of(state);
        PgMapper mapper = draft.mapper();
        for (Pg row : state.pgs()) {
            Optional<MapPool> pool = draft.pool(row.at().pool());
            if (pool.isEmpty()) {
                wrong.add(row.key() + " is of no pool");
            } else {
                group(row.at(), pool.get(), mapper, wrong);
            }
        }
        return wrong;
    }

    private static void group(
            PgCondition group, MapPool pool, PgMapper mapper, List<String> wrong) {
        PgMapping at = mapper.map(pool.placed(), group.seed());
        if (!at.up().equals(group.place().up())) {
            wrong.add(group.name() + " up " + group.place().up() + ", the map wants " + at.up());
        }
        int serving = PgStates.count(group.place().acting());
        if (group.phase().isPeering() || group.phase() == PgPhase.BLOCKED) {
            return;
        }
        boolean isActive = PgState.ACTIVE.in(group.states());
        if (isActive != (serving >= pool.settings().minSize() && serving > 0)) {
            wrong.add(group.name() + " " + PgState.text(group.states()) + " with " + serving);
        }
        if (PgState.UNDERSIZED.in(group.states()) != serving < pool.settings().size()) {
            wrong.add(group.name() + " " + PgState.text(group.states()) + " with " + serving);
        }
        if (PgState.CLEAN.in(group.states()) && PgState.DEGRADED.in(group.states())) {
            wrong.add(group.name() + " is clean and degraded");
        }
        if ((group.phase() == PgPhase.COPYING) != group.copying().dueNs() > 0) {
            wrong.add(group.name() + " is " + group.phase() + " until " + group.copying().dueNs());
        }
    }

    static List<String> map(World world) {
        List<String> wrong = new ArrayList<>();
        ClusterState state = new ClusterState(world);
        for (MapOsd osd : state.osds()) {
            if (osd.up() && osd.outDueNs() > 0) {
                wrong.add(osd.key() + " is up and will be marked out");
            }
            if (osd.belief().isNew() && osd.up()) {
                wrong.add(osd.key() + " is new and up");
            }
        }
        for (MapPool pool : state.pools()) {
            if (state.content(pool.name()).isEmpty()) {
                wrong.add(pool.name() + " has no content");
            }
        }
        return wrong;
    }
}
