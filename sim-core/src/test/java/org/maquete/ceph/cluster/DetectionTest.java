package org.maquete.ceph.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.status.MapFlag;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.PlugCable;
import org.maquete.hardware.PullCable;
import org.maquete.hardware.RestorePower;
import org.maquete.host.KillService;
import org.maquete.host.ShutDownHost;
import org.maquete.host.StartService;
import org.maquete.host.StopService;

/** How and when the monitors learn what has become of an OSD. */
class DetectionTest {

    private final CephBench bench = CephBench.small(7).zero();

    @Test
    void aCleanStopIsKnownWithinThreeSeconds() {
        bench.ask(new StopService("nuc5", "ceph-osd@2")).until(4);

        assertThat(isUp(2)).isFalse();
        assertThat(bench.infra().facts(OsdWentDown.class))
                .containsExactly(new OsdWentDown(2, Notice.GOODBYE));
    }

    @Test
    void aMachineThatIsShutDownSaysGoodbye() {
        bench.ask(new ShutDownHost("nuc5")).until(4);

        assertThat(bench.infra().facts(OsdWentDown.class))
                .containsExactly(new OsdWentDown(2, Notice.GOODBYE));
    }

    @Test
    void aKilledProcessIsKnownWithinTwoSeconds() {
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(3);

        assertThat(bench.infra().facts(OsdWentDown.class))
                .containsExactly(new OsdWentDown(2, Notice.REFUSED));
    }

    @Test
    void powerLossIsKnownAfterTheGrace() {
        bench.ask(new CutPower("nuc5")).until(19);
        boolean before = isUp(2);
        bench.until(29);

        assertThat(before).isTrue();
        assertThat(isUp(2)).isFalse();
    }

    @Test
    void aPulledCableIsSilenceAndItsReturnANewStart() {
        bench.ask(new PullCable("nuc5", "enp1s0")).until(30);
        boolean without = isUp(2);
        bench.ask(new PlugCable("nuc5", "enp1s0")).until(40);

        assertThat(without).isFalse();
        assertThat(isUp(2)).isTrue();
    }

    @Test
    void theSecondPowerLossOfThreeHostsIsNotNoticedForTenMinutes() {
        bench.ask(new CutPower("nuc5")).until(60).ask(new CutPower("nuc4"));
        bench.until(60 + 590);
        boolean stillUp = isUp(1);
        bench.until(60 + 910);

        assertThat(stillUp).isTrue();
        assertThat(isUp(1)).isFalse();
        assertThat(bench.infra().facts(OsdWentDown.class).getLast())
                .isEqualTo(new OsdWentDown(1, Notice.TIMEOUT));
    }

    @Test
    void theDeathOfASilentProcessIsNoticedAtOnce() {
        bench.ask(new HangOsd(2)).until(40).ask(new HangOsd(1)).until(140);
        boolean stillUp = isUp(1);
        bench.ask(new KillService("nuc4", "ceph-osd@1")).until(143);

        assertThat(stillUp).isTrue();
        assertThat(isUp(1)).isFalse();
    }

    @Test
    void whoComesBackBeforeTheGraceWasNeverAway() {
        bench.ask(new HangOsd(2)).until(15).ask(new WakeOsd(2)).until(100);

        assertThat(bench.infra().facts(OsdWentDown.class)).isEmpty();
    }

    @Test
    void aFlagKeepsAnOsdUpOrDown() {
        bench.ask(new SetFlag(MapFlag.NODOWN, true)).ask(new CutPower("nuc5")).until(60);
        boolean withNodown = isUp(2);
        bench.ask(new SetFlag(MapFlag.NODOWN, false)).until(90);
        bench.ask(new SetFlag(MapFlag.NOUP, true)).ask(new RestorePower("nuc5")).until(300);
        boolean withNoup = isUp(2);
        bench.ask(new SetFlag(MapFlag.NOUP, false)).until(310);

        assertThat(withNodown).isTrue();
        assertThat(withNoup).isFalse();
        assertThat(isUp(2)).isTrue();
    }

    @Test
    void anOsdThatIsCalledDownWronglyObjects() {
        bench.ask(new OsdDown(1));
        boolean called = isUp(1);
        bench.until(8);

        assertThat(called).isFalse();
        assertThat(isUp(1)).isTrue();
    }

    @Test
    void whatIsDownForTenMinutesIsMarkedOutAndComesBackIn() {
        bench.ask(new CutPower("nuc5")).until(600);
        boolean early = isIn(2);
        bench.until(640);
        boolean late = isIn(2);
        bench.ask(new RestorePower("nuc5")).settle();

        assertThat(early).isTrue();
        assertThat(late).isFalse();
        assertThat(isIn(2)).isTrue();
        assertThat(bench.infra().facts(OsdReweighted.class))
                .containsExactly(new OsdReweighted(2, 0, true));
    }

    @Test
    void theSecondOfThreeIsNotMarkedOut() {
        bench.ask(new SetOption("mon_osd_down_out_interval", "10"));
        bench.ask(new KillService("nuc5", "ceph-osd@2")).until(30);
        bench.ask(new KillService("nuc4", "ceph-osd@1")).until(120);

        assertThat(List.of(isIn(0), isIn(1), isIn(2))).containsExactly(true, true, false);
        bench.ask(new SetOption("mon_osd_min_in_ratio", "0.3")).until(130);
        assertThat(isIn(1)).isFalse();
    }

    @Test
    void nooutKeepsItIn() {
        bench.ask(new SetFlag(MapFlag.NOOUT, true)).ask(new CutPower("nuc5")).until(800);
        boolean with = isIn(2);
        bench.ask(new SetFlag(MapFlag.NOOUT, false)).until(806);

        assertThat(with).isTrue();
        assertThat(isIn(2)).isFalse();
    }

    @Test
    void aWholeRackIsNotMarkedOut() {
        bench.ask(new CrushAddBucket("rack1", "rack"));
        bench.ask(new CrushMove("rack1", "default")).ask(new CrushMove("nuc5", "rack1"));
        bench.ask(new CutPower("nuc5")).until(800);

        assertThat(isUp(2)).isFalse();
        assertThat(isIn(2)).isTrue();
    }

    @Test
    void withoutQuorumNothingIsLearnt() {
        CephBench mons = CephBench.machines(3, 3).monitors(3).osds(3, CephBench.GIB).settle();
        mons.zero().ask(new KillService("nuc3", "ceph-mon"));
        mons.ask(new KillService("nuc4", "ceph-mon")).until(60);
        mons.ask(new StopService("nuc5", "ceph-osd@2")).until(200);
        boolean without = mons.snapshot().map().osd(2).orElseThrow().isUp();
        mons.ask(new StartService("nuc4", "ceph-mon")).until(210);

        assertThat(without).isTrue();
        assertThat(mons.snapshot().map().osd(2).orElseThrow().isUp()).isFalse();
    }

    @Test
    void aLostMonitorIsMissedAfterFifteenSeconds() {
        CephBench mons = CephBench.machines(3, 3).monitors(3).zero();
        mons.ask(new KillService("nuc5", "ceph-mon")).until(12);
        List<String> early = mons.codes();
        mons.until(17);
        List<String> late = mons.codes();
        mons.ask(new StartService("nuc5", "ceph-mon")).until(20);

        assertThat(early).doesNotContain("MON_DOWN");
        assertThat(late).contains("MON_DOWN");
        assertThat(mons.codes()).doesNotContain("MON_DOWN");
    }

    private boolean isUp(int osd) {
        return bench.snapshot().map().osd(osd).orElseThrow().isUp();
    }

    private boolean isIn(int osd) {
        return bench.snapshot().map().osd(osd).orElseThrow().weightFixed16() > 0;
    }
}
