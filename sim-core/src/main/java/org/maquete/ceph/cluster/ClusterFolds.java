package org.maquete.ceph.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maquete.ceph.crush.Bucket;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;
import org.maquete.world.Ints;
import org.maquete.world.Table;

/** Applies what has happened. Each change of the OSD map is an epoch of its own. */
final class ClusterFolds {

    private ClusterFolds() {}

    static void founded(ClusterFounded fact, long timeNs, Edits edits) {
        edits.insert(CephClusterView.CLUSTER, ClusterMap.founded(fact.fsid(), timeNs));
    }

    static void monitorAdded(MonitorAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(CephClusterView.MONITORS).nextId();
        edits.insert(
                CephClusterView.MONITORS,
                new Monitor(id, fact.name(), fact.host(), fact.address(), true));
    }

    static void monitorRemoved(MonitorRemoved fact, long timeNs, Edits edits) {
        Table<Monitor> monitors = edits.world().table(CephClusterView.MONITORS);
        edits.remove(CephClusterView.MONITORS, monitors.idOf(fact.name()));
    }

    static void electionCalled(ElectionCalled fact, long timeNs, Edits edits) {
        cluster(
                edits,
                map ->
                        map.with(
                                new ClusterMap.Election(
                                        map.election().epoch(),
                                        map.election().sinceNs(),
                                        fact.dueNs(),
                                        fact.event())));
    }

    static void quorumFormed(QuorumFormed fact, long timeNs, Edits edits) {
        for (Monitor monitor : edits.world().table(CephClusterView.MONITORS)) {
            boolean isIn = fact.names().contains(monitor.name());
            edits.set(CephClusterView.MONITORS, monitor.in(isIn));
        }
        cluster(
                edits,
                map -> map.with(new ClusterMap.Election(fact.epoch(), timeNs, 0, EventId.NONE)));
    }

    static void osdAdded(OsdAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(CephClusterView.OSDS).nextId();
        edits.insert(CephClusterView.OSDS, MapOsd.fresh(id, fact, timeNs));
        next(timeNs, edits);
        cluster(edits, map -> map.inChanged(timeNs));
    }

    static void osdPurged(OsdPurged fact, long timeNs, Edits edits) {
        Table<MapOsd> osds = edits.world().table(CephClusterView.OSDS);
        edits.remove(CephClusterView.OSDS, osds.idOf("osd." + fact.osd()));
        next(timeNs, edits);
    }

    static void noticePlanned(OsdNoticePlanned fact, long timeNs, Edits edits) {
        MapOsd.News news = new MapOsd.News(fact.notice(), fact.dueNs(), fact.event());
        osd(fact.osd(), edits, osd -> osd.with(news));
    }

    static void osdBooted(OsdBooted fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        int epoch = epoch(edits);
        osd(
                fact.osd(),
                edits,
                osd -> {
                    if (osd.weightFixed16() != fact.weightFixed16()) {
                        cluster(edits, map -> map.inChanged(timeNs));
                    }
                    return osd.weighing(fact.weightFixed16())
                            .with(osd.belief().up(epoch, timeNs))
                            .with(MapOsd.News.NONE);
                });
        cluster(edits, map -> map.upChanged(timeNs));
    }

    static void osdWentDown(OsdWentDown fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        int epoch = epoch(edits);
        osd(
                fact.osd(),
                edits,
                osd -> osd.with(osd.belief().down(epoch, timeNs)).with(MapOsd.News.NONE));
        cluster(edits, map -> map.upChanged(timeNs));
    }

    static void outPlanned(OutPlanned fact, long timeNs, Edits edits) {
        osd(fact.osd(), edits, osd -> osd.outAt(fact.dueNs(), fact.event()));
    }

    static void osdReweighted(OsdReweighted fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        cluster(edits, map -> map.inChanged(timeNs));
        osd(
                fact.osd(),
                edits,
                osd ->
                        osd.weighing(fact.weightFixed16())
                                .with(osd.belief().auto(fact.isAuto()))
                                .outAt(0, EventId.NONE));
    }

    static void affinitySet(PrimaryAffinitySet fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        osd(fact.osd(), edits, osd -> osd.willing(fact.affinityFixed16()));
    }

    static void osdHung(OsdHung fact, long timeNs, Edits edits) {
        osd(fact.osd(), edits, osd -> osd.hung(true));
    }

    static void osdWoke(OsdWoke fact, long timeNs, Edits edits) {
        osd(fact.osd(), edits, osd -> osd.hung(false));
    }

    static void fullnessSet(OsdFullnessSet fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        osd(fact.osd(), edits, osd -> osd.with(osd.belief().full(fact.fullness())));
    }

    static void flagSet(FlagSet fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        cluster(edits, map -> map.with(fact.flag(), fact.set()));
    }

    static void optionSet(OptionSet fact, long timeNs, Edits edits) {
        Table<Option> options = edits.world().table(CephClusterView.OPTIONS);
        int known = options.idOf(fact.name());
        Option row = new Option(known < 0 ? options.nextId() : known, fact.name(), fact.value());
        if (known < 0) {
            edits.insert(CephClusterView.OPTIONS, row);
        } else {
            edits.set(CephClusterView.OPTIONS, row);
        }
    }

    static void ratioSet(FullRatioSet fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        cluster(
                edits,
                map -> {
                    ClusterMap.Ratios old = map.full();
                    int permille = fact.permille();
                    return map.with(
                            switch (fact.level()) {
                                case NEARFULL ->
                                        new ClusterMap.Ratios(
                                                permille, old.backfillfull(), old.full());
                                case BACKFILLFULL ->
                                        new ClusterMap.Ratios(old.nearfull(), permille, old.full());
                                case FULL ->
                                        new ClusterMap.Ratios(
                                                old.nearfull(), old.backfillfull(), permille);
                                case ROOMY -> old;
                            });
                });
    }

    static void fullnessPlanned(FullnessPlanned fact, long timeNs, Edits edits) {
        cluster(
                edits,
                map ->
                        map.with(
                                new ClusterMap.Plans(
                                        fact.dueNs(),
                                        fact.event(),
                                        map.plans().scaleDueNs(),
                                        map.plans().scale())));
    }

    static void scalePlanned(AutoscalePlanned fact, long timeNs, Edits edits) {
        cluster(
                edits,
                map ->
                        map.with(
                                new ClusterMap.Plans(
                                        map.plans().fullnessDueNs(),
                                        map.plans().fullness(),
                                        fact.dueNs(),
                                        fact.event())));
    }

    static void bucketsChanged(BucketsChanged fact, long timeNs, Edits edits) {
        for (Bucket bucket : fact.buckets()) {
            Table<MapBucket> rows = edits.world().table(CephClusterView.BUCKETS);
            int known = rows.idOf(bucket.name());
            if (known < 0) {
                edits.insert(CephClusterView.BUCKETS, MapBucket.of(rows.nextId(), bucket));
            } else {
                edits.set(CephClusterView.BUCKETS, MapBucket.of(known, bucket));
            }
        }
        next(timeNs, edits);
        cluster(edits, ClusterMap::crushChanged);
    }

    static void ruleAdded(RuleAdded fact, long timeNs, Edits edits) {
        int id = edits.world().table(CephClusterView.RULES).nextId();
        edits.insert(CephClusterView.RULES, new MapRule(id, fact.rule()));
        cluster(edits, ClusterMap::crushChanged);
    }

    static void poolCreated(PoolCreated fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        MapPool.Made made =
                new MapPool.Made(timeNs, epoch(edits), 0, fact.activeDueNs(), fact.event());
        int id = edits.world().table(CephClusterView.POOLS).nextId();
        edits.insert(
                CephClusterView.POOLS,
                new MapPool(id, fact.pool(), fact.name(), fact.settings(), made));
        int content = edits.world().table(CephClusterView.CONTENTS).nextId();
        edits.insert(
                CephClusterView.CONTENTS,
                new PoolContent(content, fact.name(), List.of(), Ints.NONE, Ints.NONE, Ints.NONE));
    }

    static void poolActivated(PoolActivated fact, long timeNs, Edits edits) {
        edits.change(CephClusterView.POOLS, fact.name(), pool -> pool.active(timeNs));
    }

    static void poolTuned(PoolTuned fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        MapPool old = edits.world().table(CephClusterView.POOLS).get(fact.name());
        MapPool now = old.with(fact.settings());
        edits.set(CephClusterView.POOLS, now);
        if (old.settings().pgNum() != fact.settings().pgNum()) {
            edits.change(
                    CephClusterView.CONTENTS,
                    fact.name(),
                    content -> content.regrouped(now.placed()));
        }
    }

    static void applicationEnabled(ApplicationEnabled fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        edits.change(
                CephClusterView.POOLS,
                fact.name(),
                pool -> {
                    List<String> users = new ArrayList<>(pool.settings().applications());
                    users.add(fact.application());
                    return pool.with(pool.settings().usedBy(users));
                });
    }

    static void poolDeleted(PoolDeleted fact, long timeNs, Edits edits) {
        next(timeNs, edits);
        int pool = edits.world().table(CephClusterView.POOLS).idOf(fact.name());
        edits.remove(CephClusterView.POOLS, pool);
        int content = edits.world().table(CephClusterView.CONTENTS).idOf(fact.name());
        edits.remove(CephClusterView.CONTENTS, content);
    }

    static void objectsWritten(ObjectsWritten fact, long timeNs, Edits edits) {
        int pgNum = edits.world().table(CephClusterView.POOLS).get(fact.name()).settings().pgNum();
        PoolContent.Batch batch = new PoolContent.Batch(fact.prefix(), fact.count(), fact.bytes());
        edits.change(
                CephClusterView.CONTENTS,
                fact.name(),
                content -> content.with(batch, fact.groups(), pgNum));
    }

    static void pgsChanged(PgsChanged fact, long timeNs, Edits edits) {
        for (PgCondition group : fact.groups()) {
            Table<Pg> rows = edits.world().table(CephClusterView.PGS);
            int known = rows.idOf(group.name());
            if (known < 0) {
                edits.insert(CephClusterView.PGS, new Pg(rows.nextId(), group));
            } else {
                edits.set(CephClusterView.PGS, new Pg(known, group));
            }
        }
    }

    static void pgsSettled(PgsSettled fact, long timeNs, Edits edits) {
        for (String name : fact.groups()) {
            edits.remove(CephClusterView.PGS, edits.world().table(CephClusterView.PGS).idOf(name));
            long pool = PgId.parse(name).orElseThrow().pool();
            Optional<MapPool> row = pool(pool, edits);
            row.filter(found -> found.made().activeNs() < timeNs && found.made().dueNs() == 0)
                    .ifPresent(found -> edits.set(CephClusterView.POOLS, found.active(timeNs)));
        }
    }

    private static Optional<MapPool> pool(long number, Edits edits) {
        for (MapPool pool : edits.world().table(CephClusterView.POOLS)) {
            if (pool.pool() == number) {
                return Optional.of(pool);
            }
        }
        return Optional.empty();
    }

    private static void next(long timeNs, Edits edits) {
        cluster(edits, map -> map.next(timeNs));
    }

    private static int epoch(Edits edits) {
        return edits.world().table(CephClusterView.CLUSTER).get(0).epoch();
    }

    private static void cluster(Edits edits, UnaryOperator<ClusterMap> change) {
        edits.change(CephClusterView.CLUSTER, 0, change);
    }

    private static void osd(int number, Edits edits, UnaryOperator<MapOsd> change) {
        edits.change(CephClusterView.OSDS, "osd." + number, change);
    }
}
