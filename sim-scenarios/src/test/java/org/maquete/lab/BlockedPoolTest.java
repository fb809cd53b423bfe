package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.ceph.cluster.CephClusterView;
import org.maquete.ceph.cluster.PutObjects;
import org.maquete.ceph.cluster.SetFlag;
import org.maquete.ceph.cluster.SetFullRatio;
import org.maquete.ceph.status.Fullness;
import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Simulation;

/**
 * Two of three OSDs stop: no group has min_size copies, and those who write wait. When the OSDs are
 * back, what waited goes on.
 */
class BlockedPoolTest {

    private static final String IMAGE =
            "openstack image create --file ~/cloud-images/jammy-server-cloudimg-amd64.img again";

    private static final long OBJECT_BYTES = 4 << 20;

    private static Simulation deployed;

    private Typing lab;

    @BeforeAll
    static void deploys() {
        Typing typing = new Typing(Labs.deployed());
        typing.type("openstack volume create --size 5 old", 60);
        deployed = typing.run();
    }

    @BeforeEach
    void branches() {
        lab = new Typing(deployed);
    }

    @Test
    void volumesStayAsTheyAreUntilThePoolServes() {
        lab.stopOsds();

        lab.type("openstack volume create --size 5 young", 3600);
        lab.type("openstack volume delete old", 3600);
        String blocked = lab.ask("openstack volume list -f value -c Name -c Status");
        lab.startOsds().toEnd();

        assertThat(blocked).isEqualTo("young creating\nold deleting");
        assertThat(lab.ask("openstack volume list -f value -c Name -c Status"))
                .isEqualTo("young available");
        assertThat(lab.run().violations()).isEmpty();
    }

    @Test
    void anImageIsSavingUntilThePoolServes() {
        lab.stopOsds();

        lab.type(IMAGE, 60);
        String blocked = lab.show("image", "status", "again");
        lab.startOsds().toEnd();

        assertThat(blocked).isEqualTo("saving");
        assertThat(lab.answer().ok()).isTrue();
        assertThat(lab.show("image", "status", "again")).isEqualTo("active");
    }

    @Test
    void after90SecondsTheClientHears504AndDeletesTheImage() {
        lab.stopOsds();

        Answer answer = lab.type(IMAGE, 150).answer();

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr())
                .matches(
                        "HttpException: 504: Server Error for url: https://[0-9.]+:9292/v2/images/"
                                + "[0-9a-f-]{36}/file, 504 Gateway Time-out: The server didn't"
                                + " respond in time.\n");
        assertThat(lab.ask("openstack image list -f value -c Name")).isEqualTo("jammy-amd64");
    }

    @Test
    void aServerGivesUpOnItsVolume() {
        lab.stopOsds();

        lab.type(
                "openstack server create --image jammy-amd64 --boot-from-volume 4 --flavor m1.tiny"
                        + " --network lab_net vm",
                240);

        assertThat(lab.show("server", "status", "vm")).isEqualTo("ERROR");
        assertThat(lab.show("server", "fault", "vm"))
                .matches(
                        ".*'message': 'Build of instance [0-9a-f-]{36} aborted: Volume"
                                + " [0-9a-f-]{36} did not finish being created even after we waited"
                                + " 183 seconds or 61 attempts. And its status is"
                                + " downloading.'.*");
    }

    @Test
    void serversMeetThePoolOnlyWhenTheirDisksAreInIt() {
        String create =
                "openstack server create --image jammy-amd64 --flavor m1.tiny --network lab_net ";
        Typing local =
                new Typing(deployed)
                        .type("juju config nova-compute --reset libvirt-image-backend", 600)
                        .stopOsds()
                        .type(create + "vm", 120);
        lab.stopOsds();

        lab.type(create + "vm", 3600);
        String state = lab.show("server", "OS-EXT-STS:task_state", "vm");
        lab.startOsds().toEnd();

        assertThat(local.show("server", "status", "vm")).isEqualTo("ACTIVE");
        assertThat(state).isEqualTo("spawning");
        assertThat(lab.show("server", "status", "vm")).isEqualTo("ACTIVE");
    }

    @Test
    void aClusterThatSomebodyHasPausedHoldsThemUp() {
        lab.submit(new SetFlag(MapFlag.PAUSEWR, true)).pass(5);

        lab.type("openstack volume create --size 5 young", 600);
        String blocked = lab.show("volume", "status", "young");
        lab.submit(new SetFlag(MapFlag.PAUSEWR, false)).toEnd();

        assertThat(blocked).isEqualTo("creating");
        assertThat(lab.show("volume", "status", "young")).isEqualTo("available");
    }

    @Test
    void fullDisksHoldThemUpUntilThereIsRoom() {
        long bytes = lab.world().table(CephClusterView.OSDS).get("osd.0").seat().bytes();
        int count = (int) (bytes / 100 * 97 / OBJECT_BYTES);
        lab.submit(new PutObjects("cinder-ceph", "data", count, OBJECT_BYTES)).toEnd();

        lab.type("openstack volume create --size 5 young", 600);
        String blocked = lab.show("volume", "status", "young");
        lab.submit(new SetFullRatio(Fullness.FULL, 990)).toEnd();

        assertThat(blocked).isEqualTo("creating");
        assertThat(lab.show("volume", "status", "young")).isEqualTo("available");
    }
}
