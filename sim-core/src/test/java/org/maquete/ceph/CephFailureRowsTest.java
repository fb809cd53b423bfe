package org.maquete.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.hardware.CutPower;
import org.maquete.hardware.RestorePower;
import org.maquete.hardware.WriteDisk;
import org.maquete.juju.RealCharms;

/** Rows 7 to 12 of the failures to be reproducible: what the charms of Ceph say. */
class CephFailureRowsTest {

    private static final String READY = "active Unit is ready and clustered";

    private final RealCharms lab = RealCharms.lab();

    @Test
    void row7NoBlockDevicesWhenTheBootDiskIsConfigured() {
        monitors(3).osds("/dev/sda");

        assertThat(lab.status("ceph-osd/0"))
                .isEqualTo("blocked No block devices detected using current configuration");
    }

    @Test
    void row8NonPristineDevicesWhenADiskWasUsedBefore() {
        lab.ask(new WriteDisk(lab.rack("0"), "/dev/sdb"));

        monitors(3).osds("/dev/sdb");

        assertThat(lab.status("ceph-osd/0"))
                .isEqualTo(
                        "blocked Non-pristine devices detected, consult `list-disks`, `zap-disk`"
                                + " and `blacklist-*` actions.");
        assertThat(lab.status("ceph-osd/1")).isEqualTo("active Unit is ready (1 OSD)");
    }

    @Test
    void row9MissingRelationMonitor() {
        lab.deploy("ceph-osd", 3, "0", "1", "2").settle();

        assertThat(lab.status("ceph-osd/0")).isEqualTo("blocked Missing relation: monitor");
    }

    @Test
    void row10TooFewOsdsForTheExpectedCount() {
        monitors(3);
        lab.config("ceph-mon", "expected-osd-count", "4");
        osds("/dev/sdb");

        assertThat(lab.status("ceph-mon/0"))
                .isEqualTo(
                        "waiting Monitor bootstrapped but waiting for number of OSDs to reach"
                                + " expected-osd-count (4)");
    }

    @Test
    void row11TooFewMonitorsForTheMonitorCount() {
        monitors(1);
        lab.settle();

        assertThat(lab.status("ceph-mon/0"))
                .isEqualTo("blocked Insufficient peer units to bootstrap cluster (require 3)");
    }

    @Test
    void row12TwoOfThreeMonitorsGoneAndBack() {
        monitors(3).osds("/dev/sdb");
        String before = lab.status("ceph-mon/0");
        lab.ask(new CutPower(lab.rack("1"))).settle();
        String oneGone = lab.status("ceph-mon/0");
        lab.ask(new CutPower(lab.rack("2"))).settle();
        String twoGone = lab.status("ceph-mon/0");

        lab.ask(new RestorePower(lab.rack("2"))).settle();

        assertThat(before).isEqualTo(READY);
        assertThat(oneGone).isEqualTo(READY);
        assertThat(twoGone).isEqualTo("blocked Unit not clustered (no quorum)");
        assertThat(lab.status("ceph-mon/0")).isEqualTo(READY);
    }

    private CephFailureRowsTest monitors(int count) {
        if (count == 3) {
            lab.deployOnEach("ceph-mon");
        } else {
            lab.deploy("ceph-mon", count, "lxd:0");
        }
        return this;
    }

    private void osds(String devices) {
        lab.deploy("ceph-osd", 3, "0", "1", "2");
        lab.config("ceph-osd", "osd-devices", devices);
        lab.relate("ceph-osd:mon", "ceph-mon:osd").settle();
    }
}
