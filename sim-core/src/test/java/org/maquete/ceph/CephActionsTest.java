package org.maquete.ceph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.hardware.WriteDisk;
import org.maquete.juju.RealCharms;
import org.maquete.kernel.Answer;

/** The actions of the charms, with the words of their sources. */
final class CephActionsTest {

    private static final String MON = "ceph-mon/0";
    private static final String OSD = "ceph-osd/0";

    private final RealCharms lab = RealCharms.lab();

    CephActionsTest() {
        lab.deployOnEach("ceph-mon").deploy("ceph-osd", 3, "0", "1", "2");
        lab.config("ceph-osd", "osd-devices", "/dev/sdb");
        lab.relate("ceph-osd:mon", "ceph-mon:osd").settle();
    }

    @Test
    void healthIsWhatTheCommandPrints() {
        assertThat(lab.run(MON, "get-health").stdout()).contains("message: |\n  HEALTH_OK\n");
    }

    @Test
    void aPoolIsMadeWithGroupsForItsShareOfTheData() {
        lab.run(MON, "create-pool", "name=images", "app-name=rbd", "percent-data=5");
        lab.settle();

        assertThat(lab.run(MON, "list-pools").stdout()).contains("images");
        assertThat(lab.run(MON, "pool-get", "name=images", "key=pg_num").stdout())
                .contains("pg_num: 4"); // 100 * 3 * 5 % / 3 is 5
    }

    @Test
    void aPoolGoesAlthoughTheMonitorsDoNotAllowIt() {
        lab.run(MON, "create-pool", "name=images");
        lab.settle();

        Answer answer = lab.run(MON, "delete-pool", "name=images");
        lab.settle();

        assertThat(answer.exit()).isZero();
        assertThat(CephClusterView.pool(lab.world(), "images")).isEmpty();
        assertThat(lab.run(MON, "delete-pool", "name=images").exit()).isZero();
    }

    @Test
    void aPoolThatIsNotThereFailsWithPythonsWords() {
        Answer answer = lab.run(MON, "pool-get", "name=none", "key=size");

        assertThat(answer.exit()).isOne();
        assertThat(answer.stderr())
                .contains(
                        "Pool get failed with message: Command '['ceph', '--id', 'admin', 'osd',"
                                + " 'pool', 'get', 'none', 'size']' returned non-zero exit"
                                + " status 2.");
    }

    @Test
    void aKeyThatTheCharmKnowsIsSetAndAnotherIsPassedOver() {
        lab.run(MON, "create-pool", "name=images");
        lab.settle();

        lab.run(MON, "pool-set", "name=images", "key=min_size", "value=1");
        Answer unknown = lab.run(MON, "pool-set", "name=images", "key=pg_num", "value=64");
        lab.settle();

        assertThat(unknown.exit()).isZero();
        assertThat(lab.run(MON, "pool-get", "name=images", "key=min_size").stdout())
                .contains("min_size: 1");
        assertThat(lab.run(MON, "pool-get", "name=images", "key=pg_num").stdout())
                .contains("pg_num: 8");
    }

    @Test
    void flagsComeAndGo() {
        assertThat(lab.run(MON, "set-noout").stdout()).contains("Ceph osd noout has been set");
        lab.settle();
        assertThat(lab.run(MON, "get-health").stdout()).contains("HEALTH_WARN noout flag(s) set");

        assertThat(lab.run(MON, "unset-noout").stdout()).contains("Ceph osd noout has been unset");
        lab.settle();
        lab.run(MON, "pause-health");
        lab.settle();
        assertThat(lab.run(MON, "get-health").stdout()).contains("nodown,noout flag(s) set");

        lab.run(MON, "resume-health");
        lab.settle();
        assertThat(lab.run(MON, "get-health").stdout()).contains("HEALTH_OK");
    }

    @Test
    void anOsdOfTheMachineIsMarkedOutAndIn() {
        assertThat(lab.run(OSD, "osd-out", "osds=7").stderr())
                .contains("invalid ceph OSD device id: 7");

        Answer out = lab.run(OSD, "osd-out", "osds=all");
        lab.settle();

        assertThat(out.stdout())
                .contains("osd-out action was successfully executed for ceph OSD devices [")
                .contains("marked out osd.");
        assertThat(
                        CephClusterView.snapshot(lab.world(), lab.simulation().now())
                                .map()
                                .osds()
                                .stream()
                                .filter(osd -> osd.weightFixed16() == 0))
                .hasSize(1);
        assertThat(lab.run(OSD, "osd-in", "osds=all").stdout()).contains("marked in osd.");
    }

    @Test
    void anOsdThatStillWeighsSomethingIsNotPurged() {
        assertThat(lab.run(MON, "purge-osd", "osd=9", "i-really-mean-it=true").stderr())
                .contains("OSD 9 is not in the current list of OSDs");
        assertThat(lab.run(MON, "purge-osd", "osd=0", "i-really-mean-it=true").stderr())
                .contains("OSD has weight 0.2", "must have zero weight before this operation");
    }

    @Test
    void disksAreListedAsPythonPrintsThem() {
        assertThat(lab.run(OSD, "list-disks").stdout())
                .contains("blacklist: '[]'", "/dev/sdb", "non-pristine: '[]'");
    }

    @Test
    void aDiskOfSomebodyIsZappedAndBecomesAnOsd() {
        RealCharms used = RealCharms.lab();
        used.ask(new WriteDisk(used.rack("0"), "/dev/sdb"));
        used.deployOnEach("ceph-mon").deploy("ceph-osd", 3, "0", "1", "2");
        used.config("ceph-osd", "osd-devices", "/dev/sdb");
        used.relate("ceph-osd:mon", "ceph-mon:osd").settle();
        assertThat(used.run(OSD, "list-disks").stdout()).contains("non-pristine: '[''/dev/sdb'']'");

        Answer zapped = used.run(OSD, "zap-disk", "devices=/dev/sdb", "i-really-mean-it=true");
        used.settle();
        used.run(OSD, "add-disk", "osd-devices=/dev/sdb");
        used.settle();

        assertThat(zapped.stdout())
                .contains(
                        "1 disk(s) have been zapped",
                        "juju run-action ceph-osd/0 add-disk osd-devices=\"/dev/sdb\"");
        assertThat(used.world().table(CephView.OSDS).count()).isEqualTo(3);
        assertThat(used.status(MON)).isEqualTo("active Unit is ready and clustered");
    }

    @Test
    void whatIsInUseIsNotZapped() {
        assertThat(lab.run(OSD, "zap-disk", "devices=/dev/sdb").stderr())
                .contains("i-really-mean-it is a required parameter");
        assertThat(lab.run(OSD, "zap-disk", "devices=/dev/sdb", "i-really-mean-it=true").stderr())
                .contains("1 devices are lvm devices: /dev/sdb1 devices are mounted: /dev/sdb");
        assertThat(
                        lab.run(OSD, "zap-disk", "devices=sdb /dev/sdz", "i-really-mean-it=true")
                                .stderr())
                .contains(
                        "Failed due to: sdb: Not absolute path.,"
                                + " /dev/sdz: Device does not exist.");
    }

    @Test
    void anActionWithoutAModelSaysSo() {
        assertThat(lab.run(MON, "crushmap-update", "map=x").stderr()).contains("is not modelled");
    }
}
