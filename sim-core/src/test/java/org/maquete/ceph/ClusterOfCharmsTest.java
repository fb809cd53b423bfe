package org.maquete.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.PoolCreate;
import org.maquete.ceph.status.ClusterSnapshot;
import org.maquete.ceph.status.HealthCheck;
import org.maquete.ceph.status.HealthChecks;
import org.maquete.ceph.status.MonStatus;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.host.KillHost;
import org.maquete.juju.RealCharms;
import org.maquete.juju.RemoveUnit;

/** What the charms deploy is a cluster in time, and what happens to machines happens to it. */
class ClusterOfCharmsTest {

    private final RealCharms lab = RealCharms.lab();

    private void deploy() {
        lab.deployOnEach("ceph-mon").deploy("ceph-osd", 3, "0", "1", "2");
        lab.config("ceph-osd", "osd-devices", "/dev/sdb");
        lab.relate("ceph-osd:mon", "ceph-mon:osd").settle();
    }

    @Test
    void threeMonitorsAndThreeOsdsComeUp() {
        deploy();

        ClusterSnapshot now = now();
        assertThat(now.mons().quorum()).hasSize(3);
        assertThat(now.mons().mons().stream().map(MonStatus.Mon::name))
                .containsExactlyInAnyOrder(
                        lab.host("ceph-mon/0"), lab.host("ceph-mon/1"), lab.host("ceph-mon/2"));
        assertThat(now.map().osds()).hasSize(3).allMatch(osd -> osd.isUp());
        assertThat(codes()).isEmpty();
        // 240 GB are 0.2183 TiB
        assertThat(now.crush().bucket("default").orElseThrow().weightsFixed16().get(0))
                .isEqualTo(14306);
    }

    @Test
    void aMachineWithoutPowerTakesItsMonitorAndItsOsdAlong() {
        deploy();
        lab.ask(new PoolCreate("glance", 4, 4)).settle();

        lab.ask(new CutPower(lab.rack("1"))).pass(60);
        List<String> without = codes();
        boolean isBlocked = CephClusterView.isBlocked(lab.world(), "glance");
        lab.ask(new RestorePower(lab.rack("1"))).settle();

        assertThat(without).containsExactly("MON_DOWN", "OSD_DOWN", "OSD_HOST_DOWN");
        assertThat(isBlocked).isFalse();
        assertThat(codes()).isEmpty();
    }

    @Test
    void withTwoMachinesGoneNobodyIsServed() {
        deploy();
        lab.ask(new PoolCreate("glance", 4, 4)).settle();

        lab.ask(new CutPower(lab.rack("1"))).ask(new CutPower(lab.rack("2"))).pass(60);

        assertThat(CephClusterView.hasQuorum(lab.world())).isFalse();
        assertThat(CephClusterView.isBlocked(lab.world(), "glance")).isTrue();
    }

    @Test
    void aContainerThatDiesIsAMonitorThatIsMissed() {
        deploy();

        lab.ask(new KillHost(lab.host("ceph-mon/2"))).pass(20);

        assertThat(codes()).containsExactly("MON_DOWN");
    }

    @Test
    void aRemovedUnitIsNoMonitorAnyMore() {
        deploy();

        lab.ask(new RemoveUnit(RealCharms.MODEL, "ceph-mon/2", false)).settle();

        assertThat(now().mons().mons()).hasSize(2);
        assertThat(codes()).isEmpty();
    }

    private ClusterSnapshot now() {
        return CephClusterView.snapshot(lab.world(), lab.simulation().now());
    }

    private List<String> codes() {
        return HealthChecks.of(now()).stream().map(HealthCheck::code).toList();
    }
}
