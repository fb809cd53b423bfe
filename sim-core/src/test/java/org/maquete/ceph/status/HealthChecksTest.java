package org.maquete.ceph.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.crush.CrushMap;
import org.maquete.ceph.crush.Tunables;
import org.maquete.ceph.osdmap.Exceptions;
import org.maquete.ceph.osdmap.OsdMap;
import org.maquete.ceph.osdmap.OsdState;
import org.maquete.ceph.osdmap.PgId;
import org.maquete.ceph.osdmap.Pool;
import org.maquete.kernel.SimTime;
import org.maquete.world.Ints;

/** Checks that the recorded clusters did not have, with words seen elsewhere. */
final class HealthChecksTest {

    private static final long NOW = 1_000_000 * SimTime.SECOND;

    private static ClusterSnapshot snapshot(Fullness fullness, PgTable pgs, SlowOps slow) {
        Pool pool = new Pool(1, "glance", 1, 3, 2, 0, 2, 4, 4, true);
        OsdStatus osd =
                new OsdStatus(
                        0,
                        "uuid",
                        false,
                        fullness,
                        Space.NONE,
                        new OsdStatus.Life(1, 1, 0, 0, 0, 0, 0),
                        OsdStatus.Past.NONE,
                        OsdStatus.Listening.NONE);
        PoolStatus status =
                new PoolStatus(
                        1,
                        List.of("rbd"),
                        "",
                        0,
                        PoolStatus.Scaling.of("on", 4, 4),
                        fullness,
                        false,
                        PoolStatus.Quota.NONE,
                        PoolStatus.Held.NONE,
                        PoolStatus.Traffic.NONE,
                        new PoolStatus.Age(0, 1));
        return new ClusterSnapshot(
                "fsid",
                CephVersion.PACIFIC,
                NOW,
                new MonStatus(1, 2, 0, 0, 0, List.of()),
                MgrStatus.of("x", 0, List.of()),
                new OsdMap(
                        1,
                        1,
                        List.of(new OsdState(0, true, OsdState.ONE, OsdState.ONE)),
                        List.of(pool),
                        Exceptions.NONE),
                new CrushMap(List.of(), List.of(), List.of(), List.of(), Tunables.JEWEL, List.of()),
                new MapStamps(0, 0, 0, 0),
                new MapSettings(
                        MapFlag.ALWAYS, MapSettings.FullRatios.DEFAULT, List.of(), List.of(), 1),
                List.of(osd),
                List.of(status),
                pgs,
                slow,
                ClientLoad.NONE,
                List.of());
    }

    private static PgTable one(long states, PgCounts counts, long lastActive) {
        PgStamps stamps = PgStamps.allAt(lastActive);
        PgPlace place = PgPlace.at(Ints.of(0), 0);
        return new PgTable.Builder(1).add(new PgId(1, 2), states, place, counts, stamps).build();
    }

    private static String detail(ClusterSnapshot snapshot) {
        return Query.HEALTH.answer(snapshot, List.of("detail"), Report.PLAIN).orElseThrow();
    }

    @Test
    void tellsAFullClusterAsTheRealOneDid() {
        ClusterSnapshot snapshot = snapshot(Fullness.FULL, PgTable.NONE, SlowOps.NONE);

        assertThat(detail(snapshot))
                .isEqualTo(
                        """
                        HEALTH_ERR 1 full osd(s); 1 pool(s) full; OSD count 1 < \
                        osd_pool_default_size 3
                        [ERR] OSD_FULL: 1 full osd(s)
                            osd.0 is full
                        [WRN] POOL_FULL: 1 pool(s) full
                            pool 'glance' is full (no space)
                        [WRN] TOO_FEW_OSDS: OSD count 1 < osd_pool_default_size 3
                            OSD count 1 < osd_pool_default_size 3
                        """);
    }

    @Test
    void tellsANearlyFullClusterAsTheRealOneDid() {
        ClusterSnapshot snapshot = snapshot(Fullness.NEARFULL, PgTable.NONE, SlowOps.NONE);

        assertThat(detail(snapshot))
                .contains("[WRN] OSD_NEARFULL: 1 nearfull osd(s)\n    osd.0 is near full\n")
                .contains(
                        "[WRN] POOL_NEARFULL: 1 pool(s) nearfull\n    pool 'glance' is nearfull\n");
    }

    @Test
    void tellsWhoIsSlow() {
        SlowOps slow = new SlowOps(1, 49, List.of("mon.a"));

        assertThat(detail(snapshot(Fullness.ROOMY, PgTable.NONE, slow)))
                .contains("1 slow ops, oldest one blocked for 49 sec, mon.a has slow ops");
    }

    @Test
    void callsAGroupStuckOnlyAfterAMinute() {
        long states = PgState.set(PgState.PEERED, PgState.UNDERSIZED);
        PgTable fresh = one(states, PgCounts.NONE, NOW - 59 * SimTime.SECOND);
        PgTable old = one(states, PgCounts.NONE, NOW - 240 * SimTime.SECOND);

        assertThat(detail(snapshot(Fullness.ROOMY, fresh, SlowOps.NONE)))
                .doesNotContain("PG_AVAILABILITY");
        assertThat(detail(snapshot(Fullness.ROOMY, old, SlowOps.NONE)))
                .contains("Reduced data availability: 1 pg inactive")
                .contains(
                        "    pg 1.2 is stuck inactive for 4m, current state undersized+peered,"
                                + " last acting [0]\n");
    }

    @Test
    void saysUnfoundObjectsAreDamage() {
        long states = PgState.set(PgState.ACTIVE, PgState.RECOVERY_UNFOUND, PgState.DEGRADED);
        PgTable pgs = one(states, new PgCounts(4, 100, 12, 3, 0, 1), NOW);

        assertThat(detail(snapshot(Fullness.ROOMY, pgs, SlowOps.NONE)))
                .contains("[WRN] OBJECT_UNFOUND: 1/4 objects unfound (25.000%)")
                .contains("[ERR] PG_DAMAGED: Possible data damage: 1 pg recovery_unfound")
                .contains("[WRN] PG_DEGRADED: Degraded data redundancy: 3/12 objects degraded");
    }

    @Test
    void printsStatesInTheOrderOfTheRealProgram() {
        List<String> seen =
                List.of(
                        "active+undersized+degraded",
                        "stale+active+undersized+degraded",
                        "active+recovery_wait+degraded",
                        "undersized+degraded+peered",
                        "active+undersized+laggy",
                        "creating+peering",
                        "down+remapped",
                        "active+clean+remapped",
                        "unknown");

        for (String text : seen) {
            assertThat(PgState.text(PgState.parse(text).orElseThrow())).isEqualTo(text);
        }
    }
}
