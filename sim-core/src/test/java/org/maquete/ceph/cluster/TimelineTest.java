package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.ceph.status.MapFlag;
import org.maquete.host.KillService;
import org.maquete.host.StartService;
import org.maquete.host.StopService;

/**
 * Replays the timelines recorded of real clusters (samples: timeline-3osd, -3osd-recovery,
 * -min-in-ratio-bluestore, -mon-and-full): the same acts at the same seconds, and then the same
 * states and health codes in the same order, at times inside the stated ranges. What a step leaves
 * out of the recording: MGR_MODULE_DEPENDENCY (a fault of Debian's package) and SLOW_OPS with its
 * one laggy group (no client's request that waits is kept).
 */
class TimelineTest {

    private static final String DOWN = "[OSD_DOWN, OSD_HOST_DOWN]";

    /** Nine pools with 233 groups, and 25 objects in 23 of them. */
    private static CephBench ninePools(long seed) {
        CephBench bench = CephBench.small(seed).zero();
        bench.ask(new PoolCreate("device_health_metrics", 1, 1));
        for (String name : new String[] {"glance", "cinder-ceph", "vms"}) {
            bench.ask(new PoolCreate(name, 32, 0));
        }
        for (String name : new String[] {"buckets.data", "control", "log", "meta"}) {
            bench.ask(new PoolCreate("default.rgw." + name, 32, 0));
        }
        bench.ask(new PoolCreate("ecpool", 8, 0, new PoolSettings.Erasure("ec21", 2, 1), 0));
        bench.until(30);
        bench.ask(new PutObjects("glance", "obj", 12, 4_000_000));
        bench.ask(new PutObjects("cinder-ceph", "obj", 12, 4_000_000));
        return bench.ask(new PutObjects("ecpool", "obj", 1, 4_000_000));
    }

    /** Until 405 s: what the first timeline does. */
    private static CephBench twoLost(long seed) {
        CephBench bench = ninePools(seed);
        bench.until(76).ask(new HangOsd(2));
        bench.until(131).ask(new PutObjects("glance", "put0", 1, 4_000_000));
        bench.ask(new SetOption("mon_osd_down_out_interval", "15"));
        bench.until(177).ask(new SetOption("mon_osd_min_in_ratio", "0.3"));
        bench.until(202).ask(new OsdOut(2)).until(226).ask(new HangOsd(1));
        bench.until(296);
        bench.refused(new PutObjects("glance", "hangs", 12, 4_000_000));
        bench.until(309).ask(new KillService("nuc4", "ceph-osd@1"));
        bench.until(359);
        bench.refused(new PutObjects("glance", "hangs", 1, 4_000_000));
        return bench.until(369).ask(new WakeOsd(2)).until(405);
    }

    @Test
    void threeOsdsLosePowerOneAfterTheOther() {
        CephBench bench = twoLost(1);

        new Steps(bench.seen())
                .has(0, 3, "[]", "{creating+peering=233}")
                .has(3, 9, "[]", "{active+clean=233}")
                .has(96, 106, DOWN, "{active+clean=233}")
                .has(97, 108, "[OSD_DOWN, OSD_HOST_DOWN, PG_AVAILABILITY]", "{peering=233}")
                .has(
                        100,
                        115,
                        "[OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED]",
                        "{active+undersized=210, active+undersized+degraded=23}")
                .has(
                        131,
                        138,
                        "[PG_DEGRADED]",
                        "{active+undersized=209, active+undersized+degraded=24}")
                .has(
                        133,
                        145,
                        "[PG_DEGRADED]",
                        "{active+clean+remapped=1, active+undersized=208,"
                                + " active+undersized+degraded=24}")
                .has(
                        310,
                        312,
                        "[OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED]",
                        "{active+clean+remapped=1, active+undersized=208,"
                                + " active+undersized+degraded=24}")
                .hasStale(311, 314, DOWN.replace("]", ", PG_DEGRADED]"))
                .has(
                        312,
                        319,
                        "[OSD_DOWN, OSD_HOST_DOWN, PG_AVAILABILITY, PG_DEGRADED]",
                        "{down=8, undersized+degraded+peered=23, undersized+peered=202}")
                .has(
                        325,
                        331,
                        "[PG_AVAILABILITY, PG_DEGRADED]",
                        "{down=8, undersized+degraded+peered=23, undersized+peered=202}")
                .has(
                        374,
                        385,
                        "[PG_AVAILABILITY, PG_DEGRADED]",
                        "{active+undersized=202, active+undersized+degraded=23, down=8}")
                .isAll();
    }

    @Test
    void anEmptyOsdTakesThePlaceOfTheLostOne() {
        CephBench bench = twoLost(1).zero();
        bench.ask(new PurgeOsd(1)).ask(new AddOsd("nuc4", "/dev/sdb", "hdd", CephBench.GIB));
        bench.until(56).ask(new SetFlag(MapFlag.NOOUT, true));
        bench.ask(new StopService("nuc3", "ceph-osd@0")).until(73);

        new Steps(bench.seen())
                .has(
                        0,
                        3,
                        "[PG_AVAILABILITY, PG_DEGRADED]",
                        "{active+undersized=202, active+undersized+degraded=23, down=8}")
                .has(7, 13, "[PG_DEGRADED]", "active+recovering+degraded=1")
                .has(12, 22, "[]", "{active+clean=233}")
                .has(57, 58, "[OSDMAP_FLAGS]", "{active+clean=233}")
                .has(57, 60, "[OSDMAP_FLAGS, OSD_DOWN, OSD_HOST_DOWN]", "{active+clean=233}")
                .has(
                        58,
                        62,
                        "[OSDMAP_FLAGS, OSD_DOWN, OSD_HOST_DOWN]",
                        "{active+clean=151, stale+active+clean=82}")
                .has(
                        60,
                        67,
                        "[OSDMAP_FLAGS, OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED]",
                        "{active+undersized=209, active+undersized+degraded=24}")
                .isAll();
    }

    @Test
    void theSecondOsdIsNotMarkedOutAndAPoolIsScaledMeanwhile() {
        CephBench bench = CephBench.machines(1, 3).monitors(1).zero();
        bench.osds(3, 4 * CephBench.GIB).until(22);
        bench.ask(new SetOption("mon_osd_down_out_interval", "10"));
        bench.ask(new PoolCreate("device_health_metrics", 1, 1));
        bench.ask(new PoolCreate("glance", 4, 0)).until(31);
        bench.ask(new PutObjects("glance", "obj", 5, 4_000_000));
        bench.until(36).ask(new KillService("nuc5", "ceph-osd@2"));
        bench.until(63).ask(new KillService("nuc4", "ceph-osd@1"));
        bench.until(95).ask(new StartService("nuc5", "ceph-osd@2"));
        bench.ask(new StartService("nuc4", "ceph-osd@1")).until(125);

        new Steps(bench.seen())
                .has(1, 8, "[]", "{}")
                .has(25, 31, "[]", "{active+clean=5}")
                .has(37, 38, DOWN, "{active+clean=5}")
                .has(
                        40,
                        46,
                        "[OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED]",
                        "{active+undersized=2, active+undersized+degraded=3}")
                .has(
                        47,
                        54,
                        "[PG_DEGRADED] up 2 in 2",
                        "{active+undersized=2, active+undersized+degraded=3}")
                .has(64, 66, "[OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED] up 1 in 2", "active")
                .has(
                        67,
                        74,
                        "[OSD_DOWN, OSD_HOST_DOWN, PG_DEGRADED]",
                        "{undersized+degraded+peered=3, undersized+peered=2}")
                .has(82, 90, "PG_DEGRADED] up 1 in 2", "unknown=28")
                .has(
                        84,
                        97,
                        "PG_DEGRADED] up 1 in 2",
                        "{undersized+degraded+peered=5, undersized+peered=28}")
                .has(98, 103, "[PG_AVAILABILITY, PG_DEGRADED] up 3 in 3", "undersized+peered")
                .has(100, 112, "[]", "{active+clean=33}")
                .isAll();
    }

    @Test
    void aMonitorIsLostAndThenAllSpace() {
        CephBench bench = CephBench.machines(1, 3).monitors(3).osds(3, 268_435_456L).settle();
        CharmPools.make(bench, 3);
        bench.settle().zero().until(91);
        bench.ask(new KillService("nuc5", "ceph-mon")).until(141);
        bench.ask(new StartService("nuc5", "ceph-mon")).until(154);
        int count = 0;
        while (bench.puts("cinder-ceph", "fill" + count)) {
            count++;
            bench.until(154 + 2L * count);
        }
        assertThat(count).isBetween(64, 67); // 66 in the recording
        bench.until(289);
        bench.ask(new KillService("nuc4", "ceph-mon")).ask(new KillService("nuc5", "ceph-mon"));
        bench.pass(40); // nobody can ask how it is
        bench.refused(new SetFlag(MapFlag.NOOUT, true));

        new Steps(bench.seen())
                .has(1, 1, "[]", "{active+clean=83}")
                .has(103, 109, "[MON_DOWN]", "{active+clean=83}")
                .has(142, 144, "[]", "{active+clean=83}")
                .has(240, 290, "[OSD_NEARFULL, POOL_NEARFULL]", "{active+clean=83}")
                .has(250, 290, "[OSD_BACKFILLFULL, POOL_BACKFILLFULL]", "{active+clean=83}")
                .has(260, 295, "HEALTH_ERR [OSD_FULL, POOL_FULL]", "{active+clean=83}")
                .isAll();
    }
}
