package org.maquete.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maquete.cinder.CinderView;
import org.maquete.host.StartService;
import org.maquete.host.StopService;
import org.maquete.juju.JujuView;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Simulation;

/**
 * Volumes in the deployed lab: their states, what the client prints, and what is refused. Tables
 * are as python-openstackclient 6.0.0 printed them; refusals are cinder 21.3.1's and nova 26.2.2's.
 */
class VolumesTest {

    private static final String REQUEST = " \\(Request-ID: req-[0-9a-f-]{36}\\)";

    private static Simulation deployed;

    private Typing lab;

    @BeforeAll
    static void deploys() {
        deployed = Labs.deployed();
    }

    @BeforeEach
    void branches() {
        lab = new Typing(deployed);
    }

    private String status(String volume) {
        return lab.show("volume", "status", volume);
    }

    private Answer typed(String line) {
        return lab.type(line, 30).answer();
    }

    @Test
    void aVolumeIsMadeGoesToAServerAndComesBack() {
        lab.type("openstack volume create --size 5 data", 0);
        assertThat(status("data")).isEqualTo("creating");
        lab.toEnd();
        assertThat(status("data")).isEqualTo("available");

        Answer added = lab.type("openstack server add volume client data", 0).answer();
        assertThat(added.stdout()).contains("| Device                | /dev/vdb ");
        assertThat(status("data")).isEqualTo("reserved");
        lab.toEnd();
        assertThat(status("data")).isEqualTo("in-use");
        assertThat(lab.ask("openstack volume list"))
                .contains("| Attached to client on /dev/vdb  |");
        assertThat(lab.show("server", "volumes_attached", "client"))
                .isEqualTo("[{'id': '" + lab.show("volume", "id", "data") + "'}]");

        lab.type("openstack server remove volume client data", 0);
        assertThat(status("data")).isEqualTo("detaching");
        lab.toEnd();
        assertThat(status("data")).isEqualTo("available");
        lab.type("openstack volume delete data", 0);
        assertThat(status("data")).isEqualTo("deleting");
        lab.toEnd();
        assertThat(lab.ask("openstack volume list -f value")).isEmpty();
        assertThat(lab.run().violations()).isEmpty();
    }

    @Test
    void showsAVolumeThatWasJustAskedFor() {
        String shown =
                lab.type("openstack volume create --size 2 --property a=b n1", 0).answer().stdout();

        assertThat(shown)
                .doesNotContain("os-vol-host-attr:host")
                .contains("| attachments         | []  ", "| migration_status    | None  ")
                .contains("| bootable            | false  ", "| properties          | a='b'  ")
                .contains(
                        "| status              | creating  ",
                        "| type                | __DEFAULT__  ");
    }

    @Test
    void theClientRefusesWhatItSeesByItself() {
        assertThat(typed("openstack volume create n1"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "--size is a required option if snapshot or source volume is not"
                                        + " specified."));
        assertThat(typed("openstack volume show zz"))
                .isEqualTo(Answer.failed(1, "No volume with a name or ID of 'zz' exists."));
        assertThat(typed("openstack server add volume client zz"))
                .isEqualTo(Answer.failed(1, "No Volume found for zz"));
        typed("openstack volume create --size 5 data");
        assertThat(typed("openstack volume set --size 5 data"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to set volume size: New size must be greater than 5 GB\n"
                                        + "One or more of the set operations failed"));
        typed("openstack server add volume client data");
        assertThat(typed("openstack volume set --size 9 data"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to set volume size: Volume is in in-use state, it must be"
                                        + " available before size can be extended\n"
                                        + "One or more of the set operations failed"));
    }

    @Test
    void cinderRefusesInItsWords() {
        typed("openstack volume create --size 5 data");
        typed("openstack server add volume client data");

        assertThat(typed("openstack volume delete data zz").stderr())
                .matches(
                        "Failed to delete volume with name or ID 'data': Invalid volume: Volume"
                                + " status must be available or error or error_restoring or"
                                + " error_extending or error_managing and must not be migrating,"
                                + " attached, belong to a group, have snapshots, awaiting a"
                                + " transfer, or be disassociated from snapshots after volume"
                                + " transfer. \\(HTTP 400\\)"
                                + REQUEST
                                + "\nFailed to delete volume with name or ID 'zz': No volume with a"
                                + " name or ID of 'zz' exists.\n2 of 2 volumes failed to"
                                + " delete.\n");
        assertThat(typed("openstack volume create --size 996 big").stderr())
                .matches(
                        "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds"
                                + " allowed gigabytes quota. Requested 996G, quota is 1000G and 5G"
                                + " has been consumed. \\(HTTP 413\\)"
                                + REQUEST
                                + "\n");
        assertThat(typed("openstack volume create --size 1 --type fast n").stderr())
                .matches(
                        "Volume type with name fast could not be found. \\(HTTP 404\\)"
                                + REQUEST
                                + "\n");
        assertThat(typed("openstack volume snapshot create --volume data s").stderr())
                .matches(
                        "Invalid volume: Volume [0-9a-f-]{36} status must be available, but current"
                                + " status is: in-use. \\(HTTP 400\\)"
                                + REQUEST
                                + "\n");
    }

    @Test
    void theEleventhVolumeIsOneTooMany() {
        for (int i = 0; i < 10; i++) {
            typed("openstack volume create --size 1 v" + i);
        }

        assertThat(typed("openstack volume create --size 1 v10").stderr())
                .matches(
                        "VolumeLimitExceeded: Maximum number of volumes allowed \\(10\\) exceeded"
                                + " for quota 'volumes'. \\(HTTP 413\\)"
                                + REQUEST
                                + "\n");
    }

    @Test
    void novaRefusesAVolumeThatSomebodyHas() {
        typed("openstack volume create --size 5 data");
        typed("openstack server add volume client data");

        assertThat(typed("openstack server add volume client data").stderr())
                .matches(
                        "BadRequestException: 400: Client Error for url: https://[0-9.]+:8774/v2.1"
                                + "/servers/[0-9a-f-]{36}/os-volume_attachments, Invalid volume:"
                                + " volume [0-9a-f-]{36} is already attached to instances:"
                                + " [0-9a-f-]{36}\n");
    }

    @Test
    void aVolumeGrowsAndIsCopied() {
        typed("openstack volume create --size 5 data");
        lab.type("openstack volume set --size 8 data", 0);
        assertThat(status("data")).isEqualTo("extending");
        lab.toEnd();
        typed("openstack volume snapshot create --volume data s1");
        typed("openstack volume create --source data twin");
        typed("openstack volume create --snapshot s1 --size 2 third");

        assertThat(lab.ask("openstack volume list -f value -c Name -c Size -c Status"))
                .isEqualTo("third available 8\ntwin available 8\ndata available 8");
        assertThat(typed("openstack volume delete data").exit()).isEqualTo(1);
        assertThat(typed("openstack volume delete --purge data").exit()).isZero();
        assertThat(lab.ask("openstack volume snapshot list -f value")).isEmpty();
    }

    @Test
    void aServerBootsFromAVolume() {
        lab.type("openstack volume create --size 8 --image jammy-amd64 root", 3);
        assertThat(status("root")).isEqualTo("downloading");
        lab.toEnd();
        typed("openstack server create --volume root --flavor m1.tiny --network lab_net vm1");
        lab.type(
                        "openstack server create --image jammy-amd64 --boot-from-volume 4 --flavor"
                                + " m1.tiny --network lab_net vm2",
                        12)
                .pass(0);
        String state = lab.show("server", "OS-EXT-STS:task_state", "vm2");
        lab.toEnd();

        assertThat(state).isEqualTo("block_device_mapping");
        assertThat(lab.show("server", "image", "vm1")).isEqualTo("N/A (booted from volume)");
        assertThat(lab.ask("openstack server list -f value -c Name -c Status"))
                .isEqualTo("vm2 ACTIVE\nvm1 ACTIVE\nclient ACTIVE");
        assertThat(typed("openstack server remove volume vm1 root").stderr())
                .contains("Cannot detach a root device volume");
        typed("openstack server delete --wait vm1");
        assertThat(status("root")).isEqualTo("available");
        assertThat(lab.run().violations()).isEmpty();
    }

    @Test
    void noServerBootsFromABlankVolume() {
        typed("openstack volume create --size 8 blank");

        assertThat(
                        typed(
                                        "openstack server create --volume blank --flavor m1.tiny"
                                                + " --network lab_net vm1")
                                .stderr())
                .matches(
                        "Block Device [0-9a-f-]{36} is not bootable. \\(HTTP 400\\)"
                                + REQUEST
                                + "\n");
    }

    @Test
    void withoutAProgramAVolumeWaitsOrFails() {
        String host =
                JujuView.hostOf(
                        lab.world(), JujuView.unitsOfCharm(lab.world(), "cinder").getFirst());
        lab.submit(new StopService(host, "cinder-scheduler")).pass(600);
        Answer asked = typed("openstack volume create --size 1 waits");
        lab.pass(300);
        String waiting = newest();
        assertThat(lab.ask("juju status cinder"))
                .contains("Services not running that should be: cinder-scheduler");
        lab.submit(new StartService(host, "cinder-scheduler", 0, 0)).toEnd();
        String after = newest();
        lab.submit(new StopService(host, "cinder-volume")).pass(70);
        typed("openstack volume create --size 1 fails");

        assertThat(asked.exit()).isZero();
        assertThat(waiting).isEqualTo("creating");
        assertThat(after).isEqualTo("available");
        assertThat(newest()).isEqualTo("error");
    }

    @Test
    void withoutHaproxyNobodyListens() {
        String host =
                JujuView.hostOf(
                        lab.world(), JujuView.unitsOfCharm(lab.world(), "cinder").getFirst());
        lab.submit(new StopService(host, "haproxy"));

        assertThat(typed("openstack volume list").stderr())
                .contains("[Errno 111] Connection refused");
    }

    private String newest() {
        return CinderView.volumes(lab.world()).getFirst().status();
    }
}
