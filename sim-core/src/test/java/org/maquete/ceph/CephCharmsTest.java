package org.maquete.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.Charm;
import org.maquete.juju.CharmBench;
import org.maquete.juju.CharmRegistry;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Ref;
import org.maquete.world.World;

class CephCharmsTest {

    @Test
    void osdsAndMonitorsComeUpTogether() {
        CharmBench bench = cluster(3, "/dev/sdb", disks(true));

        bench.settle();

        assertThat(bench.status("ceph-osd/0")).isEqualTo("active Unit is ready (1 OSD)");
        assertThat(bench.status("ceph-mon/0")).isEqualTo("active Unit is ready and clustered");
        assertThat(bench.takeCommands())
                .contains(new CreateOsd("node0", "/dev/sdb"), new CreateOsd("node2", "/dev/sdb"));
    }

    @Test
    void theBootDiskIsPassedOver() {
        CharmBench bench = cluster(3, "/dev/sda", disks(true));

        bench.settle();

        assertThat(bench.status("ceph-osd/1"))
                .isEqualTo("blocked No block devices detected using current configuration");
        assertThat(bench.status("ceph-mon/1"))
                .isEqualTo(
                        "waiting Monitor bootstrapped but waiting for number of OSDs to reach"
                                + " expected-osd-count (3)");
        assertThat(bench.waitsFor("ceph-mon/1")).contains(new Ref("unit", "ceph-osd/0"));
    }

    @Test
    void noConfiguredDiskIsThere() {
        CharmBench bench = cluster(3, "", disks(true));

        bench.settle();

        assertThat(bench.status("ceph-osd/0"))
                .isEqualTo("blocked No block devices detected using current configuration");
    }

    @Test
    void oneDiskWithDataStopsAllDisksOfTheUnit() {
        World world = disks(false);
        world.edits(0)
                .insert(
                        HardwareView.DISKS,
                        new Disk(6, "node0", "/dev/sdc", 240, DiskRole.FREE, true));
        CharmBench bench = cluster(3, "/dev/sdb /dev/sdc", world);

        bench.settle();

        assertThat(bench.status("ceph-osd/0"))
                .isEqualTo(
                        "blocked Non-pristine devices detected, consult `list-disks`, `zap-disk`"
                                + " and `blacklist-*` actions.");
        assertThat(bench.takeCommands()).noneMatch(CreateOsd.class::isInstance);
    }

    @Test
    void tooFewMonitorsDoNotBootstrap() {
        CharmBench bench = cluster(1, "/dev/sdb", disks(true));

        bench.settle();

        assertThat(bench.status("ceph-mon/0"))
                .isEqualTo("blocked Insufficient peer units to bootstrap cluster (require 3)");
        assertThat(bench.status("ceph-osd/0")).isEqualTo("waiting Incomplete relation: monitor");
    }

    @Test
    void monitorsWithoutOsdsMissTheRelation() {
        CharmBench bench = bench(disks(true));
        bench.deploy("ceph-mon", "ceph-mon", 3);

        bench.settle();

        assertThat(bench.status("ceph-mon/2")).isEqualTo("blocked Missing relation: OSD");
        assertThat(bench.waitsFor("ceph-mon/2"))
                .containsExactly(new Ref("endpoint", "ceph-mon:osd"));
    }

    private static CharmBench cluster(int monitors, String devices, World world) {
        CharmBench bench = bench(world);
        bench.deploy("ceph-mon", "ceph-mon", monitors);
        bench.deploy("ceph-osd", "ceph-osd", 3);
        bench.relate("ceph-mon:osd", "ceph-osd:mon");
        bench.config("ceph-osd", "osd-devices", devices);
        return bench;
    }

    private static CharmBench bench(World world) {
        CharmBench bench =
                new CharmBench(
                        Resources.CATALOG,
                        new CharmRegistry(new CephSubsystem(Resources.CATALOG))
                                .charms()
                                .toArray(Charm[]::new));
        bench.world(world, 0);
        return bench;
    }

    private static World disks(boolean pristine) {
        World world = CharmBench.machines();
        for (int i = 0; i < 3; i++) {
            String node = "node" + i;
            world.edits(0)
                    .insert(
                            HardwareView.DISKS,
                            new Disk(2 * i, node, "/dev/sda", 240, DiskRole.BOOT, false));
            world.edits(0)
                    .insert(
                            HardwareView.DISKS,
                            new Disk(2 * i + 1, node, "/dev/sdb", 240, DiskRole.FREE, pristine));
        }
        return world;
    }
}
