package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.PgMapper;
import org.maquete.ceph.osdmap.PgMapping;
import org.maquete.ceph.status.CephVersion;
import org.maquete.ceph.status.ClientLoad;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.Endpoint;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapSettings;
import org.maquete.ceph.status.MapStamps;
import org.maquete.ceph.status.MgrStatus;
import org.maquete.ceph.status.MonStatus;
import org.maquete.ceph.status.Named;
import org.maquete.ceph.status.OsdStatus;
import org.maquete.ceph.status.PgCounts;
import org.maquete.ceph.status.PgPlace;
import org.maquete.ceph.status.PgStamps;
import org.maquete.ceph.status.PgState;
import org.maquete.ceph.status.PgTable;
import org.maquete.ceph.status.PoolStatus;
import org.maquete.ceph.status.SlowOps;
import org.maquete.ceph.status.Space;

/** Makes of the rows one moment, as the queries of the client read it. */
final class Snapshot {

    // 4096 bytes: Ceph 16.2, osd_pool_erasure_code_stripe_unit
    private static final int STRIPE_UNIT = 4096;

    private final ClusterState state;
    private final long nowNs;
    private final MapDraft draft;
    private final TreeMap<Integer, Long> used;

    Snapshot(ClusterState state, long nowNs) {
        this.state = state;
        this.nowNs = nowNs;
        this.draft = MapDraft.of(state);
        this.used = FullnessHandler.used(state);
    }

    ClusterSnapshot take() {
        ClusterMap map = state.map();
        ClusterMap.Changes changed = map.changed();
        OsdMap osdMap = draft.osdMap();
        return new ClusterSnapshot(
                map.fsid(),
                CephVersion.QUINCY,
                unix(nowNs),
                mons(),
                mgr(),
                osdMap,
                draft.crushMap(),
                new MapStamps(
                        unix(changed.createdNs()),
                        unix(changed.modifiedNs()),
                        unix(changed.upNs()),
                        unix(changed.inNs())),
                settings(map),
                osds(),
                pools(),
                pgs(),
                SlowOps.NONE,
                ClientLoad.NONE,
                List.of());
    }

    private static long unix(long simNs) {
        return CephClusterView.unixNs(simNs);
    }

    private MonStatus mons() {
        List<MonStatus.Mon> mons = new ArrayList<>();
        for (Monitor monitor : state.monitors()) {
            Endpoint endpoint = new Endpoint(monitor.address(), 3300, 6789, 0);
            boolean isIn = monitor.inQuorum();
            mons.add(new MonStatus.Mon(mons.size(), monitor.name(), endpoint, isIn));
        }
        ClusterMap map = state.map();
        long created = unix(map.changed().createdNs());
        return new MonStatus(
                1,
                2 * (map.election().epoch() + 1),
                unix(map.election().sinceNs()),
                created,
                created,
                mons);
    }

    /** Each monitor's unit also runs a manager; the first that lives is at work. */
    private MgrStatus mgr() {
        List<String> names = new ArrayList<>();
        for (Monitor monitor : state.monitors()) {
            if (Truth.answers(state.world(), monitor)) {
                names.add(monitor.name());
            }
        }
        return names.isEmpty()
                ? MgrStatus.NONE
                : MgrStatus.of(
                        names.getFirst(),
                        unix(state.map().changed().createdNs()),
                        names.subList(1, names.size()));
    }

    private MapSettings settings(ClusterMap map) {
        MapSettings.FullRatios ratios =
                new MapSettings.FullRatios(
                        map.full().nearfull() / 1000f,
                        map.full().backfillfull() / 1000f,
                        map.full().full() / 1000f);
        TreeMap<String, MapSettings.EcProfile> profiles = new TreeMap<>();
        profile("default", 2, 2, profiles); // Ceph 16.2, osd_pool_default_erasure_code_profile
        for (MapPool pool : state.pools()) {
            PoolSettings.Erasure code = pool.settings().code();
            if (pool.settings().isErasure()) {
                profile(code.profile(), code.dataShards(), code.codingShards(), profiles);
            }
        }
        return new MapSettings(
                map.flags(),
                ratios,
                List.copyOf(profiles.sequencedValues()),
                List.of(),
                map.crushVersion());
    }

    private static void profile(
            String name, int k, int m, TreeMap<String, MapSettings.EcProfile> into) {
        List<Named> settings =
                List.of(
                        new Named("k", "" + k),
                        new Named("m", "" + m),
                        new Named("plugin", "jerasure"),
                        new Named("technique", "reed_sol_van"));
        into.put(name, new MapSettings.EcProfile(name, settings));
    }

    private List<OsdStatus> osds() {
        List<OsdStatus> all = new ArrayList<>();
        for (MapOsd osd : state.osds()) {
            MapOsd.Belief belief = osd.belief();
            long own = used.getOrDefault(osd.osd(), 0L);
            long total = osd.seat().bytes();
            Space space =
                    belief.isNew()
                            ? Space.NONE
                            : new Space(total, own, Math.max(0, total - own), own, 0, 0);
            long down = belief.up() || belief.downAt() == 0 ? 0 : unix(belief.sinceNs());
            OsdStatus.Life life =
                    new OsdStatus.Life(
                            belief.upFrom(), belief.upFrom(), belief.downAt(), 0, 0, 0, down);
            all.add(
                    new OsdStatus(
                            osd.osd(),
                            osd.seat().uuid(),
                            belief.isNew(),
                            belief.fullness(),
                            space,
                            life,
                            OsdStatus.Past.NONE,
                            OsdStatus.Listening.NONE));
        }
        all.sort(Comparator.comparingInt(OsdStatus::id));
        return all;
    }

    private List<PoolStatus> pools() {
        List<PoolStatus> all = new ArrayList<>();
        for (MapPool pool : draft.pools()) {
            PoolSettings settings = pool.settings();
            int data = settings.code().dataShards();
            all.add(
                    new PoolStatus(
                            pool.pool(),
                            settings.applications(),
                            settings.code().profile(),
                            data * STRIPE_UNIT,
                            PoolStatus.Scaling.of(
                                    settings.autoscale(), settings.pgNum(), settings.pgNumMin()),
                            fullest(),
                            false,
                            PoolStatus.Quota.NONE,
                            held(pool),
                            PoolStatus.Traffic.NONE,
                            new PoolStatus.Age(
                                    unix(pool.made().createdNs()), pool.made().epoch())));
        }
        return all;
    }

    /** What it takes, as if no copy were missing. */
    private PoolStatus.Held held(MapPool pool) {
        long stored = 0;
        for (PoolContent.Batch batch : state.content(pool.name()).orElseThrow().batches()) {
            stored += batch.bytes() * batch.count();
        }
        long all = stored * pool.settings().size() / pool.settings().neededCount();
        return new PoolStatus.Held(all, all);
    }

    /** A pool is as full as the fullest OSD below the root of its rule; all have one root. */
    private Fullness fullest() {
        Fullness most = Fullness.ROOMY;
        for (MapOsd osd : state.osds()) {
            Fullness own = osd.belief().fullness();
            most = osd.in() && own.compareTo(most) > 0 ? own : most;
        }
        return most;
    }

    private PgTable pgs() {
        int count = 0;
        for (MapPool pool : draft.pools()) {
            count += pool.settings().pgNum();
        }
        PgTable.Builder builder = new PgTable.Builder(count);
        PgMapper mapper = draft.mapper();
        for (MapPool pool : draft.pools()) {
            PoolContent content = state.content(pool.name()).orElseThrow();
            PgStamps stamps = stamps(pool);
            for (int seed = 0; seed < pool.settings().pgNum(); seed++) {
                PgId id = new PgId(pool.pool(), seed);
                Optional<Pg> row =
                        state.pgs().count() == 0
                                ? Optional.empty()
                                : state.pgs().find(id.toString());
                if (row.isPresent()) {
                    add(row.get().at(), pool, content, builder);
                } else {
                    PgMapping at = mapper.map(pool.placed(), seed);
                    well(pool, id, PgPlace.at(at.up(), at.upPrimary()), stamps, builder);
                }
            }
        }
        return builder.build();
    }

    private PgStamps stamps(MapPool pool) {
        long active = pool.made().activeNs();
        long told = active == 0 ? nowNs : PgCondition.lastReportNs(active, nowNs);
        return PgStamps.allAt(unix(told));
    }

    private void add(
            PgCondition group, MapPool pool, PoolContent content, PgTable.Builder builder) {
        int objects = content.objects(group.seed());
        PgCondition now = group.with(Recovery.reached(group, nowNs));
        long copies = (long) objects * pool.settings().size();
        PgCounts counts =
                objects == 0
                        ? PgCounts.NONE
                        : new PgCounts(
                                objects,
                                content.bytes(group.seed()),
                                copies,
                                PgStates.degraded(now, pool.settings(), objects),
                                PgStates.misplaced(now, pool.settings(), objects),
                                0);
        PgCondition.Place place = group.place();
        builder.add(
                group.id(),
                group.states(),
                new PgPlace(place.up(), place.upPrimary(), place.acting(), place.actingPrimary()),
                counts,
                Stamps.shifted(group.stamps(), unix(0)));
    }

    /** A group without a row: being made, or well as far as there are OSDs. */
    private void well(
            MapPool pool, PgId id, PgPlace place, PgStamps stamps, PgTable.Builder builder) {
        PoolContent content = state.content(pool.name()).orElseThrow();
        PoolSettings settings = pool.settings();
        int objects = content.objects(id.seed());
        long states;
        long degraded = 0;
        if (pool.made().activeNs() == 0) {
            boolean isHeard = nowNs - pool.made().createdNs() >= 1_000_000_000L;
            states = isHeard ? PgState.set(PgState.CREATING, PgState.PEERING) : 0;
        } else {
            int there = PgStates.count(place.up());
            degraded = (long) objects * (settings.size() - there);
            states = PgState.ACTIVE.bit() | PgState.CLEAN.bit();
            if (there < settings.size()) {
                states = there >= settings.minSize() ? PgState.ACTIVE.bit() : PgState.PEERED.bit();
                states |= PgState.UNDERSIZED.bit() | (degraded > 0 ? PgState.DEGRADED.bit() : 0);
            }
        }
        PgCounts counts =
                objects == 0
                        ? PgCounts.NONE
                        : new PgCounts(
                                objects,
                                content.bytes(id.seed()),
                                (long) objects * settings.size(),
                                degraded,
                                0,
                                0);
        builder.add(id, states, place, counts, stamps);
    }
}
