package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.status.MapFlag;
import org.maquete.ceph.status.PgCounts;
import org.maquete.hardware.CutPower;
import org.maquete.host.KillService;
import org.maquete.host.StartService;

/** What placement groups make of changes. */
class GroupsTest {

    private static final PoolSettings.Erasure EC21 = new PoolSettings.Erasure("ec21", 2, 1);

    @Test
    void aClusterInWhichNothingFailsHasNoRowsOfGroupsAndNoEvents() {
        CephBench bench = CephBench.small(1);
        CharmPools.make(bench, 3);
        bench.settle();

        assertThat(bench.simulation().pending()).isEmpty();
        assertThat(bench.simulation().world().table(CephClusterView.PGS).count()).isZero();
        assertThat(bench.states()).isEqualTo(new TreeMap<>(java.util.Map.of("active+clean", 83)));
    }

    @Test
    void onlyGroupsWithObjectsAreDegraded() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("p", 8, 8)).settle();
        bench.ask(new PutObjects("p", "one", 1, 4096)).ask(new KillService("nuc5", "ceph-osd@2"));
        bench.zero().until(20);

        assertThat(bench.states())
                .containsOnly(
                        java.util.Map.entry("active+undersized", 7),
                        java.util.Map.entry("active+undersized+degraded", 1));
        assertThat(bench.summary("PG_DEGRADED"))
                .isEqualTo(
                        "Degraded data redundancy: 1/3 objects degraded (33.333%), 1 pg degraded");
    }

    @Test
    void belowMinSizeNothingIsServedAndStillItIsAWarning() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("p", 8, 8)).settle().zero();
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(20);
        boolean oneGone = CephClusterView.isBlocked(bench.simulation().world(), "p");
        bench.ask(new KillService("nuc4", "ceph-osd@1")).until(40);

        assertThat(oneGone).isFalse();
        assertThat(bench.states().keySet()).containsExactly("undersized+peered");
        assertThat(CephClusterView.isBlocked(bench.simulation().world(), "p")).isTrue();
        assertThat(bench.refused(new PutObjects("p", "x", 1, 1)).code()).isEqualTo("blocked");
    }

    @Test
    void copiesGoOnWithOneOfTwoThatCameBackButAnErasureCodeWaitsForBoth() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("p", 8, 8));
        bench.ask(new PoolCreate("ec", 8, 8, EC21, 0)).settle().zero();
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(20);
        bench.ask(new KillService("nuc4", "ceph-osd@1")).until(40);
        bench.ask(new StartService("nuc5", "ceph-osd@2")).until(60);
        TreeMap<String, Integer> oneBack = bench.states();
        bench.ask(new StartService("nuc4", "ceph-osd@1")).until(80);

        assertThat(oneBack).containsEntry("active+undersized", 8).containsEntry("down", 8);
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 16));
    }

    @Test
    void whatWasWrittenMeanwhileIsCopiedWhenAnOsdComesBack() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("p", 32, 32)).settle().zero();
        bench.ask(new PutObjects("p", "old", 100, 4_000_000));
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(20);
        bench.ask(new PutObjects("p", "new", 10, 4_000_000));
        bench.ask(new StartService("nuc5", "ceph-osd@2")).until(26);
        long lacking = bench.snapshot().pgs().total().degraded();
        bench.settle();

        assertThat(lacking).isPositive();
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 32));
        assertThat(bench.snapshot().pgs().total()).isEqualTo(counts(110, 440_000_000L));
    }

    private static PgCounts counts(long objects, long bytes) {
        return new PgCounts(objects, bytes, objects * 3, 0, 0, 0);
    }

    @Test
    void aFourthHostTakesOverByBackfill() {
        CephBench bench = CephBench.machines(1, 4).monitors(1).osds(4, 64 * CephBench.GIB);
        bench.ask(new PoolCreate("p", 32, 32)).settle();
        bench.ask(new PutObjects("p", "obj", 20_000, 400_000)).zero();
        bench.ask(new OsdOut(0)).until(30);
        TreeMap<String, Integer> during = bench.states();
        PgCounts moving = bench.snapshot().pgs().total();
        bench.settle();

        assertThat(during).containsKey("active+remapped+backfilling");
        assertThat(during).containsKey("active+remapped+backfill_wait");
        assertThat(moving.misplaced()).isPositive();
        assertThat(moving.degraded()).isZero();
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 32));
    }

    @Test
    void aLostHostOfFourIsDegradedUntilItsDataAreCopied() {
        CephBench bench = CephBench.machines(1, 4).monitors(1).osds(4, 64 * CephBench.GIB);
        bench.ask(new PoolCreate("p", 32, 32)).settle();
        bench.ask(new PutObjects("p", "obj", 20_000, 400_000)).zero();
        bench.ask(new CutPower("nuc6")).until(650);
        TreeMap<String, Integer> during = bench.states();
        bench.settle();

        assertThat(during).containsKey("active+undersized+degraded+remapped+backfilling");
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 32));
        assertThat(bench.codes()).isEmpty();
    }

    @Test
    void flagsStopCopyingAndLetItGoOn() {
        CephBench bench = CephBench.machines(1, 4).monitors(1).osds(4, 64 * CephBench.GIB);
        bench.ask(new PoolCreate("p", 32, 32)).settle();
        bench.ask(new PutObjects("p", "obj", 20_000, 400_000)).zero();
        bench.ask(new SetFlag(MapFlag.NOBACKFILL, true)).ask(new OsdOut(0)).settle();
        TreeMap<String, Integer> stopped = bench.states();
        bench.ask(new SetFlag(MapFlag.NOBACKFILL, false)).settle();

        assertThat(stopped).containsKey("active+remapped+backfill_wait");
        assertThat(stopped).doesNotContainKey("active+remapped+backfilling");
        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 32));
    }

    @Test
    void aBackfillfullTargetIsNotFilled() {
        CephBench bench = CephBench.machines(1, 4).monitors(1).osds(4, 12 * CephBench.GIB);
        bench.ask(new PoolCreate("p", 32, 32)).settle();
        bench.ask(new PutObjects("p", "obj", 28_000, 400_000)).settle().zero();
        bench.ask(new SetFullRatio(org.maquete.ceph.status.Fullness.BACKFILLFULL, 600)).settle();
        bench.ask(new OsdOut(0)).until(60);

        assertThat(bench.states().keySet()).anyMatch(states -> states.contains("backfill_toofull"));
        assertThat(bench.codes()).contains("PG_BACKFILL_FULL", "OSD_BACKFILLFULL");
    }

    @Test
    void anOsdThatHangsUnnoticedBlocksWritesThoughTheMapIsWell() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("p", 8, 8)).settle().zero();
        bench.ask(new HangOsd(1)).until(5);

        assertThat(bench.states()).containsOnly(java.util.Map.entry("active+clean", 8));
        assertThat(CephClusterView.isBlocked(bench.simulation().world(), "p")).isTrue();
    }

    @Test
    void purgingTheOnlyOnesThatKnowLeavesAGroupIncomplete() {
        CephBench bench = CephBench.small(1).ask(new PoolCreate("ec", 4, 4, EC21, 0)).settle();
        bench.ask(new PutObjects("ec", "x", 40, 8192)).zero();
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(1);
        bench.ask(new KillService("nuc4", "ceph-osd@1")).until(30);
        bench.ask(new PurgeOsd(2)).ask(new PurgeOsd(1)).until(60);

        assertThat(bench.states().keySet()).containsExactly("incomplete");
        assertThat(bench.codes()).contains("PG_AVAILABILITY");
    }
}
