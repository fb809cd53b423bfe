package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/** The lines of the lab report from the image to the floating address, right and wrong. */
class SeedLinesTest {

    private static final String FLAT =
            "openstack network create --external --share --provider-network-type flat"
                    + " --provider-physical-network ";
    private static final String CLIENT =
            "openstack server create --image jammy-amd64 --flavor m1.tiny --key-name user1"
                    + " --network user1_net --security-group Allow_SSH client";

    private static CloudLab withNetworks() {
        CloudLab lab = CloudLab.ready();
        lab.accepted(
                "openstack image create --public --container-format bare --disk-format qcow2 --file"
                        + " jammy.img jammy-amd64");
        lab.accepted("openstack flavor create --ram 1024 --disk 20 --vcpus 1 m1.tiny");
        lab.accepted(FLAT + "physnet1 ext_net");
        lab.accepted(
                "openstack subnet create --network ext_net --no-dhcp --gateway 172.16.0.1"
                        + " --subnet-range 172.16.0.0/20 --allocation-pool"
                        + " start=172.16.7.0,end=172.16.8.255 ext_subnet");
        lab.accepted("openstack network create --internal user1_net");
        lab.accepted(
                "openstack subnet create --network user1_net --subnet-range 192.169.0.0/24"
                        + " --allocation-pool start=192.169.0.10,end=192.169.0.100 user1_subnet");
        lab.accepted("openstack router create user1_router");
        lab.accepted("openstack router add subnet user1_router user1_subnet");
        lab.accepted("openstack router set user1_router --external-gateway ext_net");
        return lab;
    }

    private static CloudLab withServer() {
        CloudLab lab = withNetworks();
        lab.accepted("openstack keypair create --public-key id_rsa.pub user1");
        lab.accepted("openstack security group create Allow_SSH");
        lab.accepted("openstack security group rule create --protocol tcp --dst-port 22 Allow_SSH");
        lab.accepted(CLIENT);
        return lab;
    }

    private static void refuses(CloudLab lab, String line, String text) {
        assertThat(lab.type(line)).isEqualTo(Answer.failed(1, text));
    }

    @Test
    void refusesTheMistypedOptionsOfTheReport() {
        Answer answer =
                CloudLab.ready()
                        .type(
                                "openstack network create --external --share- "
                                        + "--provider-network-type flat -provider-physical-network"
                                        + " physnet1 ext_net");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.stderr())
                .endsWith(
                        "openstack network create: error: unrecognized arguments: --share-"
                                + " -provider-physical-network ext_net\n");
    }

    @Test
    void namesWhatTheRealClientKnowsAndTheModelDoesNot() {
        assertThat(CloudLab.ready().type("openstack network agent list").stderr())
                .isEqualTo("not modelled: openstack network agent list\n");
    }

    @Test
    void refusesFlatNetworksThatTheCharmDoesNotAllow() {
        refuses(
                CloudLab.withFlat(""),
                FLAT + "physnet1 ext_net",
                "Error while executing command: BadRequestException: 400, Invalid input for"
                        + " operation: Flat provider networks are disabled.");
        refuses(
                CloudLab.ready(),
                FLAT + "physnet9 ext_net",
                "Error while executing command: BadRequestException: 400, Invalid input for"
                        + " operation: physical_network 'physnet9' unknown for flat provider"
                        + " network.");
        refuses(
                withNetworks(),
                FLAT + "physnet1 ext_net2",
                "Error while executing command: ConflictException: 409, Unable to create the flat"
                        + " network. Physical network physnet1 is in use.");
    }

    @Test
    void refusesSubnetsThatDoNotFit() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack network create net");
        String url = ": Client Error for url: https://172.16.0.11:9696/v2.0/subnets, ";

        refuses(
                lab,
                "openstack subnet create --network nope --subnet-range 10.0.0.0/24 s",
                "No Network found for nope");
        refuses(
                lab,
                "openstack subnet create --network net --subnet-range 172.16.0.0/24"
                        + " --allocation-pool start=172.16.7.0,end=172.16.8.255 s",
                "BadRequestException: 400"
                        + url
                        + "The allocation pool 172.16.7.0-172.16.8.255"
                        + " spans beyond the subnet cidr 172.16.0.0/24.");
        refuses(
                lab,
                "openstack subnet create --network net --subnet-range 172.16.0.0/20"
                        + " --allocation-pool start=172.16.0.1,end=172.16.8.255 s",
                "ConflictException: 409"
                        + url
                        + "Gateway ip 172.16.0.1 conflicts with allocation"
                        + " pool 172.16.0.1-172.16.8.255.");
        refuses(
                lab,
                "openstack subnet create --network net --subnet-range 172.16.0.0/33 s",
                "BadRequestException: 400"
                        + url
                        + "Invalid input for operation: 172.16.0.0/33 is"
                        + " not in a CIDR format.");
    }

    @Test
    void looksThingsUpInTheClientsOrderForAServer() {
        CloudLab lab = withNetworks();
        String tail = " --key-name user9 --network nope --security-group nope client";

        refuses(
                lab,
                "openstack server create --image nope --flavor m9" + tail,
                "No Image found for nope");
        refuses(
                lab,
                "openstack server create --image jammy-amd64 --flavor m9" + tail,
                "No flavor with a name or ID of 'm9' exists.");
        refuses(
                lab,
                "openstack server create --image jammy-amd64 --flavor m1.tiny" + tail,
                "No Network found for nope");
        refuses(lab, CLIENT, "No SecurityGroup found for Allow_SSH");
        lab.accepted("openstack security group create Allow_SSH");
        assertThat(lab.type(CLIENT).stderr())
                .matches(
                        "Invalid key_name provided\\. \\(HTTP 400\\) \\(Request-ID:"
                                + " req-[0-9a-f-]{36}\\)\n");
    }

    @Test
    void buildsAServerOverTime() {
        CloudLab lab = withServer();

        String shown = lab.accepted("openstack server show client");

        assertThat(CloudLab.field(shown, "status")).isEqualTo("ACTIVE");
        assertThat(CloudLab.field(shown, "OS-EXT-SRV-ATTR:host")).isEqualTo("nova-compute-0");
        assertThat(CloudLab.field(shown, "addresses")).startsWith("user1_net=192.169.0.");
        assertThat(CloudLab.field(shown, "security_groups")).isEqualTo("name='Allow_SSH'");
    }

    @Test
    void showsAServerInBuildRightAfterItsCreation() {
        CloudLab lab = withNetworks();

        String made =
                lab.typeAndLeave(
                                "openstack server create --image jammy-amd64 --flavor m1.tiny"
                                        + " --network user1_net client")
                        .stdout();

        assertThat(CloudLab.field(made, "status")).isEqualTo("BUILD");
        assertThat(CloudLab.field(made, "OS-EXT-STS:task_state")).isEqualTo("scheduling");
        assertThat(CloudLab.field(made, "security_groups")).isEqualTo("name='default'");
    }

    @Test
    void findsNoValidHostForWhatFitsNowhere() {
        CloudLab lab = withNetworks();
        lab.accepted("openstack flavor create --ram 16000 --disk 20 --vcpus 4 m1.xxl");

        Answer waited =
                lab.type(
                        "openstack server create --image jammy-amd64 --flavor m1.xxl --network"
                                + " user1_net --wait toobig");

        assertThat(waited)
                .isEqualTo(
                        new Answer(
                                "Error creating server\n", "Error creating server: toobig\n", 0));
        assertThat(CloudLab.field(lab.accepted("openstack server show toobig"), "fault"))
                .contains("'message': 'No valid host was found. '");
    }

    @Test
    void movesAFloatingAddressWithoutLookingAtTheServer() {
        CloudLab lab = withServer();
        String ip =
                lab.accepted(
                                "openstack floating ip create -f value -c floating_ip_address"
                                        + " ext_net")
                        .strip();
        lab.accepted("openstack server add floating ip client " + ip);

        assertThat(lab.accepted("openstack server remove floating ip nope " + ip)).isEmpty();
        assertThat(lab.accepted("openstack floating ip list -f value -c Port").strip())
                .isEqualTo("None");
        refuses(
                lab,
                "openstack server add floating ip client 172.16.7.254".replace("254", "253"),
                "No FloatingIP found for 172.16.7.253");
        refuses(
                lab,
                "openstack server add floating ip client \"\"",
                "ResourceNotFound: 404: Client Error for url:"
                        + " https://172.16.0.11:9696/v2.0/floatingips/, Floating IP None could not"
                        + " be found");
    }

    @Test
    void refusesDuplicatesAndThingsInUse() {
        CloudLab lab = withServer();

        refuses(
                lab,
                "openstack flavor create --ram 1024 --disk 20 --vcpus 1 m1.tiny",
                "ConflictException: 409: Client Error for url: https://172.16.0.12:8774/v2.1"
                        + "/flavors, Flavor with name m1.tiny already exists.");
        refuses(
                lab,
                "openstack image create --file /nope/x.img x",
                "[Errno 2] No such file or directory: '/nope/x.img'");
        refuses(
                lab,
                "openstack keypair create --public-key /nope/id user2",
                "Key file /nope/id not found: [Errno 2] No such file or directory: '/nope/id'");
        assertThat(lab.type("openstack security group delete Allow_SSH").stderr())
                .contains(" in use.\n1 of 1 groups failed to delete.\n");
        assertThat(lab.type("openstack network delete user1_net").stderr())
                .contains("There are one or more ports still in use on the network");
    }
}
