package org.maquete.juju;

import java.util.ArrayList;
import java.util.List;
import org.maquete.ceph.CephSubsystem;
import org.maquete.hardware.Disk;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.HardwareView;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.Resources;
import org.maquete.kernel.Subsystem;
import org.maquete.mysql.MysqlSubsystem;
import org.maquete.ovn.OvnSubsystem;
import org.maquete.rabbitmq.RabbitmqSubsystem;
import org.maquete.vault.VaultServer;
import org.maquete.vault.VaultSubsystem;
import org.maquete.vault.VaultView;
import org.maquete.world.World;

/** The applications and relations of the deployment guide on a bench. */
final class GuideCloud {

    private static final String GOLDEN = "/golden/juju/guide-relations/";
    private static final List<String> THREE =
            List.of("ceph-mon", "ceph-osd", "mysql-innodb-cluster", "nova-compute", "ovn-central");

    private GuideCloud() {}

    /** The charms that have a class. */
    static List<Charm> charms(CharmCatalog catalog) {
        List<Charm> charms = new ArrayList<>();
        for (Subsystem subsystem :
                List.of(
                        new MysqlSubsystem(catalog),
                        new RabbitmqSubsystem(catalog),
                        new VaultSubsystem(catalog),
                        new CephSubsystem(catalog),
                        new OvnSubsystem(catalog))) {
            charms.addAll(new CharmRegistry(subsystem).charms());
        }
        return charms;
    }

    /** Lines {@code provider requirer} of all relations that are not among peers. */
    static List<String> relations() {
        return Resources.read(GOLDEN + "relations.txt")
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(column -> !column[3].equals("peer"))
                .map(column -> column[0] + " " + column[1])
                .toList();
    }

    /** The guide's cloud without one of its relations; the empty text leaves none out. */
    static CharmBench without(String relation) {
        CharmBench bench =
                new CharmBench(Resources.CATALOG, charms(Resources.CATALOG).toArray(Charm[]::new));
        Resources.read(GOLDEN + "applications.txt")
                .lines()
                .map(line -> line.split(" ", -1))
                .forEach(column ->
                        bench.deploy(column[0], column[1], THREE.contains(column[1]) ? 3 : 1));
        for (String line : relations()) {
            if (!line.equals(relation)) {
                int blank = line.indexOf(' ');
                bench.relate(line.substring(0, blank), line.substring(blank + 1));
            }
        }
        bench.config("ceph-osd", "osd-devices", "/dev/sdb");
        bench.config("ceph-mon", "expected-osd-count", "3");
        bench.world(world(true), 0);
        return bench;
    }

    /** Three machines with a boot disk and a free one, and a Vault that is ready or sealed. */
    static World world(boolean vaultReady) {
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
                            new Disk(2 * i + 1, node, "/dev/sdb", 240, DiskRole.FREE, true));
        }
        world.edits(0)
                .insert(
                        VaultView.SERVERS,
                        new VaultServer(
                                0,
                                "maas:openstack",
                                "vault/0",
                                "mysql",
                                "1.8.8",
                                true,
                                !vaultReady,
                                3,
                                List.of(),
                                List.of(),
                                "",
                                0,
                                true,
                                "PEM"));
        return world;
    }
}
