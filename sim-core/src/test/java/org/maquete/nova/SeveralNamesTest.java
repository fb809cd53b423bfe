package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/**
 * Commands with several names, some of which name nothing: python-openstackclient 6.0.0 goes on
 * with most kinds and counts; of servers it deletes those before the first that is missing.
 */
class SeveralNamesTest {

    private static CloudLab withImages() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create one");
        lab.accepted("openstack image create two");
        return lab;
    }

    private static String listed(CloudLab lab, String kind) {
        return lab.accepted("openstack " + kind + " list -f value -c Name");
    }

    @Test
    void imagesAreDeletedPastOneThatIsMissing() {
        CloudLab lab = withImages();

        Answer answer = lab.type("openstack image delete one nope two");

        assertThat(answer)
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to delete image with name or ID 'nope': No Image found for"
                                        + " nope\nFailed to delete 1 of 3 images."));
        assertThat(listed(lab, "image")).isEmpty();
    }

    @Test
    void theSameImageIsNotDeletedTwice() {
        CloudLab lab = withImages();

        assertThat(lab.type("openstack image delete one one").stderr())
                .isEqualTo(
                        "Failed to delete image with name or ID 'one': No Image found for one\n"
                                + "Failed to delete 1 of 2 images.\n");
        assertThat(listed(lab, "image")).isEqualTo("two\n");
    }

    @Test
    void networksInUseLeaveTheOthers() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack network create a");
        lab.accepted("openstack subnet create --network a --subnet-range 10.0.0.0/24 sub");
        lab.accepted("openstack port create --network a held");
        lab.accepted("openstack network create b");
        String uuid = lab.accepted("openstack network show -f value -c id a").strip();

        Answer answer = lab.type("openstack network delete a nope b");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.stderr())
                .startsWith(
                        "Failed to delete network with name or ID 'a': ConflictException: 409:"
                                + " Client Error for url: https://172.16.0.11:9696/v2.0/networks/"
                                + uuid
                                + ", Unable to complete operation on network "
                                + uuid)
                .endsWith(
                        "Failed to delete network with name or ID 'nope': No Network found for"
                                + " nope\n2 of 3 networks failed to delete.\n");
        assertThat(listed(lab, "network")).isEqualTo("a\n");
    }

    @Test
    void keyPairsAreNotLookedUp() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack keypair create --public-key id_rsa.pub k1");
        String user = lab.accepted("openstack user show -f value -c id admin").strip();

        assertThat(lab.type("openstack keypair delete nope k1").stderr())
                .isEqualTo(
                        "Failed to delete key with name 'nope': ResourceNotFound: 404: Client"
                                + " Error for url:"
                                + " https://172.16.0.12:8774/v2.1/os-keypairs/nope, Keypair nope"
                                + " not found for user "
                                + user
                                + "\n1 of 2 keys failed to delete.\n");
        assertThat(listed(lab, "keypair")).isEmpty();
    }

    @Test
    void usersAndRolesAreCountedToo() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack user create u1");
        lab.accepted("openstack role create r1");

        assertThat(lab.type("openstack user delete u0 u1").stderr())
                .isEqualTo(
                        "Failed to delete user with name or ID 'u0': No user with a name or ID of"
                                + " 'u0' exists.\n1 of 2 users failed to delete.\n");
        assertThat(listed(lab, "user")).isEqualTo("admin\n");
        assertThat(lab.type("openstack role delete r1 r0").stderr())
                .isEqualTo(
                        "Failed to delete role with name or ID 'r0': No role with a name or ID of"
                                + " 'r0' exists.\n1 of 2 roles failed to delete.\n");
    }

    @Test
    void serversAreDeletedUpToTheFirstThatIsMissing() {
        CloudLab lab = CloudLab.withComputes(1);
        lab.accepted("openstack image create --file jammy.img jammy");
        lab.accepted("openstack flavor create --ram 64 --disk 1 --vcpus 1 tiny");
        lab.accepted("openstack network create a");
        lab.accepted("openstack subnet create --network a --subnet-range 10.0.0.0/24 sub");
        for (String name : new String[] {"vm0", "vm1", "vm2"}) {
            String line = "openstack server create --image jammy --flavor tiny --network a ";
            lab.accepted(line + name);
        }

        Answer answer = lab.type("openstack server delete vm0 nope vm2");

        assertThat(answer)
                .isEqualTo(Answer.failed(1, "No server with a name or ID of 'nope' exists."));
        assertThat(listed(lab, "server").lines()).containsExactlyInAnyOrder("vm1", "vm2");
    }

    @Test
    void theApiAnswersWithoutItsScheduler() {
        CloudLab lab = CloudLab.ready();
        lab.turn("nova-cloud-controller-0", "nova-scheduler", false);
        assertThat(lab.type("openstack server list").exit()).isZero();

        lab.turn("nova-cloud-controller-0", "apache2", false);
        assertThat(lab.type("openstack server list").stderr())
                .contains("[Errno 111] Connection refused");
        assertThat(lab.type("openstack image list").exit()).isZero();

        lab.turn("glance-0", "haproxy", false);
        assertThat(lab.type("openstack image list").stderr())
                .contains("does not have any supported versions.");
    }
}
