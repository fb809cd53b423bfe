package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.ceph.status.PgStamps;
import org.maquete.kernel.Outcome;
import org.maquete.world.Ints;
import org.maquete.world.World;

/**
 * The groups as one decision makes them: rows as they are, and what of them changes. In the end the
 * changes become two facts.
 *
 * <p>A group without a row is well, and where it is follows from the maps before the change. So the
 * first loss computes each group's place twice, before and after: about 3 us each. Later losses
 * find rows.
 */
final class PgLedger {

    private final ClusterState state;
    private final Outcome out;
    private final MapDraft draft;
    private final TreeMap<PgId, PgCondition> changed = new TreeMap<>();
    private boolean silent;
    private final TreeSet<PgId> settled = new TreeSet<>();

    PgLedger(World world, Outcome out) {
        this.state = new ClusterState(world);
        this.out = out;
        this.draft = MapDraft.of(state);
    }

    ClusterState state() {
        return state;
    }

    /** The maps, to be changed before {@link #remap}. */
    MapDraft draft() {
        return draft;
    }

    /** The condition of a group that is not simply well. */
    Optional<PgCondition> find(PgId id) {
        PgCondition own = changed.get(id);
        if (own != null) {
            return Optional.of(own);
        }
        return settled.contains(id)
                ? Optional.empty()
                : state.pgs().find(id.toString()).map(Pg::at);
    }

    /** All groups that are not simply well, in order of their rows, then of their numbers. */
    List<PgCondition> all() {
        List<PgCondition> all = new ArrayList<>();
        for (Pg row : state.pgs()) {
            if (changed.isEmpty() && settled.isEmpty()) {
                all.add(row.at());
                continue;
            }
            PgId id = row.at().id();
            if (!settled.contains(id)) {
                all.add(changed.getOrDefault(id, row.at()));
            }
        }
        for (PgCondition each : changed.values()) {
            if (!state.pgs().has(each.name())) {
                all.add(each);
            }
        }
        return all;
    }

    void put(PgCondition condition) {
        changed.put(condition.id(), condition);
        settled.remove(condition.id());
    }

    void settle(PgCondition condition) {
        changed.remove(condition.id());
        if (state.pgs().has(condition.name())) {
            settled.add(condition.id());
        }
    }

    /** How many objects a group has. */
    int objects(PgCondition group) {
        return draft.pool(group.pool())
                .flatMap(pool -> state.content(pool.name()))
                .map(content -> content.objects(group.seed()))
                .orElse(0);
    }

    /** How much a group has. */
    long bytes(PgCondition group) {
        return draft.pool(group.pool())
                .flatMap(pool -> state.content(pool.name()))
                .map(content -> content.bytes(group.seed()))
                .orElse(0L);
    }

    /** Begins a new interval, with this epoch, in every group that the changed maps touch. */
    int remap(int epoch, boolean isSilent) {
        silent = isSilent;
        if (!draft.pools().iterator().hasNext()) {
            return 0;
        }
        PgMapper before = MapDraft.of(state).mapper();
        PgMapper after = draft.mapper();
        int touched = 0;
        for (MapPool row : draft.pools()) {
            Optional<MapPool> old = state.pools().find(row.name());
            Pool oldPool = old.map(MapPool::placed).orElse(row.placed());
            for (int seed = 0; seed < row.settings().pgNum(); seed++) {
                PgMapping now = after.map(row.placed(), seed);
                PgMapping then = before.map(oldPool, seed);
                touched += remap(row, new PgId(row.pool(), seed), then, now, epoch);
            }
        }
        return touched;
    }

    private int remap(MapPool pool, PgId id, PgMapping then, PgMapping now, int epoch) {
        Optional<PgCondition> known = find(id);
        boolean isSame =
                known.map(group -> isSame(group, now))
                        .orElseGet(() ->
                                then.up().equals(now.up()) && then.upPrimary() == now.upPrimary());
        if (isSame) {
            return 0;
        }
        PgCondition group = known.orElseGet(() -> well(pool, id.seed(), then));
        put(interval(group, PgCondition.Place.at(now.up(), now.upPrimary()), epoch));
        return 1;
    }

    /** Whether a group goes on: the same OSDs are to serve, and all that serve are there. */
    private boolean isSame(PgCondition group, PgMapping now) {
        if (!group.place().up().equals(now.up()) || group.place().upPrimary() != now.upPrimary()) {
            return false;
        }
        for (int i = 0; i < group.place().acting().count(); i++) {
            int osd = group.place().acting().get(i);
            if (osd != PgCondition.NONE && !draft.isUp(osd)) {
                return false;
            }
        }
        for (int i = 0; group.phase() == PgPhase.BLOCKED && i < group.served().count(); i++) {
            int osd = group.served().get(i);
            if (osd != PgCondition.NONE && isNewly(osd)) {
                return false; // one that it waits for is there, or will never be
            }
        }
        return true;
    }

    /** Whether an OSD came, went, or was forgotten by this change. */
    private boolean isNewly(int osd) {
        Optional<MapOsd> before = state.osd(osd);
        return before.isPresent() != draft.exists(osd)
                || before.filter(MapOsd::up).isPresent() != draft.isUp(osd);
    }

    /** A new interval of a group; what it has copied so far counts. */
    PgCondition interval(PgCondition group, PgCondition.Place place, int epoch) {
        out.cancel(group.copying().event());
        PgCondition reached = group.with(Recovery.reached(group, out.now()));
        PgCondition.Copying since = PgCondition.Copying.waiting(out.now(), silent);
        boolean isOrphaned =
                group.phase() == PgPhase.ORPHANED || !draft.isUp(group.place().actingPrimary());
        PgPhase phase = isOrphaned ? PgPhase.ORPHANED : PgPhase.PEERING;
        return reached.peering(epoch, phase, place, since);
    }

    /** An OSD is no more, and neither is what it had. */
    void forget(int osd) {
        for (PgCondition group : all()) {
            Copies without = group.copies().without(osd);
            if (without.count() < group.copies().count()) {
                put(group.with(without));
            }
        }
    }

    /** The condition of a group without a row: well, as far as there are OSDs for it. */
    PgCondition well(MapPool pool, int seed, PgMapping at) {
        PoolSettings settings = pool.settings();
        PgCondition plain =
                new PgCondition(
                        pool.pool(),
                        seed,
                        pool.made().epoch(),
                        PgCondition.Place.at(at.up(), at.upPrimary()),
                        PgStates.count(at.up()) >= settings.minSize() ? at.up() : Ints.NONE,
                        Copies.complete(at.up(), settings.isErasure()),
                        PgPhase.SETTLED,
                        0,
                        PgStamps.allAt(pool.made().activeNs()),
                        PgCondition.Copying.NOTHING);
        return plain.inStates(PgStates.of(plain, settings, objects(plain)));
    }

    /** Makes facts of what has changed. */
    void write() {
        if (!changed.isEmpty()) {
            out.fact(new PgsChanged(new ArrayList<>(changed.values())));
        }
        if (!settled.isEmpty()) {
            List<String> names = new ArrayList<>();
            settled.forEach(id -> names.add(id.toString()));
            out.fact(new PgsSettled(names));
        }
    }
}
