package org.maquete.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.juju.Setting;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Reply;

/** Texts recorded from python-openstackclient 6.0.0 and neutron 21.0.0 on loopback, 2026-11-21. */
class NeutronRefusalTest {

    private static final String EXECUTING = "Error while executing command: ";
    private static final String FLAT =
            "network create --external --share --provider-network-type flat";

    private static void refused(NeutronBench bench, String line, String text) {
        var answer = bench.answer(line);

        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void refusesFlatNetworksWhenTheCharmAllowsNone() {
        refused(
                NeutronBench.bare(),
                FLAT + " --provider-physical-network physnet1 ext_net",
                EXECUTING
                        + "BadRequestException: 400, Invalid input for operation: Flat provider"
                        + " networks are disabled.");
    }

    @Test
    void refusesAPhysicalNetworkThatTheCharmDoesNotAllow() {
        refused(
                NeutronBench.ready(),
                FLAT + " --provider-physical-network physnet9 ext_net",
                EXECUTING
                        + "BadRequestException: 400, Invalid input for operation: physical_network"
                        + " 'physnet9' unknown for flat provider network.");
    }

    @Test
    void refusesAFlatNetworkWithoutPhysicalNetwork() {
        refused(
                NeutronBench.ready(),
                FLAT + " ext_net",
                EXECUTING
                        + "BadRequestException: 400, Invalid input for operation: physical_network"
                        + " required for flat provider network.");
    }

    @Test
    void refusesASecondFlatNetworkOnAPhysicalNetwork() {
        refused(
                NeutronBench.networks(),
                FLAT + " --provider-physical-network physnet1 ext_net2",
                EXECUTING
                        + "ConflictException: 409, Unable to create the flat network. Physical"
                        + " network physnet1 is in use.");
    }

    @Test
    void refusesAnUnknownTypeOfNetwork() {
        refused(
                NeutronBench.ready(),
                "network create --provider-network-type bogus --provider-physical-network physnet1"
                        + " x",
                EXECUTING
                        + "BadRequestException: 400, Invalid input for operation: network_type"
                        + " value 'bogus' not supported.");
    }

    @Test
    void refusesTheEleventhNetwork() {
        NeutronBench bench = NeutronBench.ready();
        for (int i = 0; i < 10; i++) {
            bench.type("network create n" + i);
        }

        refused(
                bench,
                "network create n10",
                EXECUTING + "ConflictException: 409, Quota exceeded for resources: ['network'].");
    }

    @Test
    void takesTheQuotaFromTheCharm() {
        NeutronBench bench =
                NeutronBench.bare().application("neutron-api", new Setting("quota-router", "1"));
        bench.type("router create r1");

        refused(
                bench,
                "router create r2",
                "ConflictException: 409: Client Error for url: "
                        + NeutronBench.URL
                        + "routers, Quota exceeded for resources: ['router'].");
    }

    @Test
    void refusesASubnetOfAMissingNetwork() {
        NeutronBench bench = NeutronBench.ready();

        refused(
                bench,
                "subnet create --network ext_net --subnet-range 10.0.0.0/24 s",
                "No Network found for ext_net");
        assertThat(bench.refusal().missed()).isEqualTo(new Ref("network", "ext_net"));
    }

    @Test
    void refusesAPoolOutsideTheSubnet() {
        refused(
                NeutronBench.networks(),
                "subnet create --network ext_net --subnet-range 172.17.0.0/24"
                        + " --allocation-pool start=172.16.7.0,end=172.16.8.255 s",
                "BadRequestException: 400: Client Error for url: "
                        + NeutronBench.URL
                        + "subnets, The allocation pool 172.16.7.0-172.16.8.255 spans beyond the"
                        + " subnet cidr 172.17.0.0/24.");
    }

    @Test
    void refusesAGatewayInThePool() {
        refused(
                NeutronBench.networks(),
                "subnet create --network user1_net --subnet-range 10.0.0.0/24 --gateway 10.0.0.1"
                        + " --allocation-pool start=10.0.0.1,end=10.0.0.9 s",
                "ConflictException: 409: Client Error for url: "
                        + NeutronBench.URL
                        + "subnets, Gateway ip 10.0.0.1 conflicts with allocation pool"
                        + " 10.0.0.1-10.0.0.9.");
    }

    @Test
    void refusesPoolsThatOverlap() {
        refused(
                NeutronBench.networks(),
                "subnet create --network user1_net --subnet-range 192.169.0.0/24"
                        + " --allocation-pool start=192.169.0.10,end=192.169.0.100"
                        + " --allocation-pool start=192.169.0.90,end=192.169.0.110 s",
                "ConflictException: 409: Client Error for url: "
                        + NeutronBench.URL
                        + "subnets, Found overlapping allocation pools: 192.169.0.10-192.169.0.100"
                        + " 192.169.0.90-192.169.0.110 for subnet 192.169.0.0/24.");
    }

    @Test
    void refusesASubnetThatOverlapsAnother() {
        NeutronBench bench = NeutronBench.networks();
        String network = id(bench, "user1_net");

        refused(
                bench,
                "subnet create --network user1_net --subnet-range 192.168.0.128/25 s",
                "BadRequestException: 400: Client Error for url: "
                        + NeutronBench.URL
                        + "subnets, Invalid input for operation: Requested subnet with cidr:"
                        + " 192.168.0.128/25 for network: "
                        + network
                        + " overlaps with another subnet.");
    }

    @Test
    void refusesWhatIsNoRange() {
        refused(
                NeutronBench.networks(),
                "subnet create --network user1_net --subnet-range 172.16.0.0/33 s",
                "BadRequestException: 400: Client Error for url: "
                        + NeutronBench.URL
                        + "subnets, Invalid input for operation: 172.16.0.0/33 is not in a CIDR"
                        + " format.");
    }

    @Test
    void refusesTheSameSubnetTwiceOnARouter() {
        NeutronBench bench = NeutronBench.networks();
        String subnet =
                NeutronView.subnets(bench.world(), id(bench, "user1_net")).getFirst().uuid();
        String router = NeutronView.routers(bench.world()).getFirst().uuid();

        refused(
                bench,
                "router add subnet user1_router user1_subnet",
                "BadRequestException: 400: Client Error for url: "
                        + NeutronBench.URL
                        + "routers/"
                        + router
                        + "/add_router_interface, Bad router request: Router already has"
                        + " a port on subnet "
                        + subnet
                        + ".");
    }

    @Test
    void refusesAGatewayOnAnInternalNetwork() {
        NeutronBench bench = NeutronBench.networks();
        String router = NeutronView.routers(bench.world()).getFirst().uuid();

        refused(
                bench,
                "router set user1_router --external-gateway user1_net",
                "BadRequestException: 400: Client Error for url: "
                        + NeutronBench.URL
                        + "routers/"
                        + router
                        + ", Bad router request: Network "
                        + id(bench, "user1_net")
                        + " is not an external network.");
    }

    @Test
    void namesWhatTheClientDoesNotFind() {
        NeutronBench bench = NeutronBench.networks();

        refused(bench, "router add subnet nope user1_subnet", "No Router found for nope");
        refused(bench, "router add subnet user1_router nope", "No Subnet found for nope");
        refused(
                bench,
                "floating ip set --port x 172.16.7.254",
                "No FloatingIP found for 172.16.7.254");
        refused(bench, "port show nope", "No Port found for nope");
        refused(bench, "network show nope", EXECUTING + "No Network found for nope");
        refused(
                bench,
                "security group rule create --protocol tcp --dst-port 22 Allow_SSH",
                EXECUTING + "No SecurityGroup found for Allow_SSH");
        assertThat(bench.refusal().missed()).isEqualTo(new Ref("security group", "Allow_SSH"));
        refused(bench, "floating ip create nope", EXECUTING + "No Network found for nope");
    }

    @Test
    void refusesANameThatTwoRoutersHave() {
        NeutronBench bench = NeutronBench.ready();
        bench.type("router create r").type("router create r");

        refused(bench, "router show r", "More than one Router exists with the name 'r'.");
    }

    @Test
    void countsWhatItCouldNotDelete() {
        refused(
                NeutronBench.ready(),
                "network delete nope nope2",
                "Failed to delete network with name or ID 'nope': No Network found for nope\n"
                        + "Failed to delete network with name or ID 'nope2': No Network found for"
                        + " nope2\n2 of 2 networks failed to delete.");
    }

    @Test
    void refusesToDeleteASubnetInUse() {
        NeutronBench bench = NeutronBench.networks();
        String subnet =
                NeutronView.subnets(bench.world(), id(bench, "user1_net")).getFirst().uuid();

        refused(
                bench,
                "subnet delete user1_subnet",
                "Failed to delete subnet with name or ID 'user1_subnet': ConflictException: 409:"
                        + " Client Error for url: "
                        + NeutronBench.URL
                        + "subnets/"
                        + subnet
                        + ", Unable to complete operation on subnet "
                        + subnet
                        + ": One or more ports have an IP allocation from this subnet.\n"
                        + "1 of 1 subnets failed to delete.");
    }

    @Test
    void refusesAFloatingIpOfAnInternalNetwork() {
        NeutronBench bench = NeutronBench.networks();

        refused(
                bench,
                "floating ip create user1_net",
                EXECUTING
                        + "BadRequestException: 400, Bad floatingip request: Network "
                        + id(bench, "user1_net")
                        + " is not a valid external network.");
    }

    @Test
    void refusesAFloatingIpWithoutAWayToThePort() {
        NeutronBench bench = NeutronBench.networks();
        bench.type("network create n2")
                .type("subnet create --network n2 --subnet-range 10.1.0.0/24 s2");
        String subnet = NeutronView.subnets(bench.world(), id(bench, "n2")).getFirst().uuid();
        bench.type("port create --network n2 p2");
        String port =
                NeutronView.ports(bench.world()).stream()
                        .filter(p -> p.name().equals("p2"))
                        .map(Port::uuid)
                        .findFirst()
                        .orElseThrow();

        refused(
                bench,
                "floating ip create --port p2 ext_net",
                EXECUTING
                        + "ResourceNotFound: 404, External network "
                        + id(bench, "ext_net")
                        + " is not reachable from subnet "
                        + subnet
                        + ".  Therefore, cannot associate Port "
                        + port
                        + " with a Floating IP.");
    }

    @Test
    void refusesASecondFloatingIpForAPort() {
        NeutronBench bench = NeutronBench.networks();
        String port = bench.serverPort("server-1");
        bench.type("floating ip create ext_net").type("floating ip create ext_net");
        FloatingIp one = NeutronView.floatingIps(bench.world()).get(0);
        FloatingIp two = NeutronView.floatingIps(bench.world()).get(1);
        bench.submit(new AssociateFloatingIp(one.uuid(), port));

        Reply reply = bench.submit(new AssociateFloatingIp(two.uuid(), port));

        String fixed = NeutronView.port(bench.world(), port).orElseThrow().address();
        assertThat(((Reply.No) reply).refusal().message())
                .isEqualTo(
                        "Cannot associate floating IP "
                                + two.address()
                                + " ("
                                + two.uuid()
                                + ") with port "
                                + port
                                + " using fixed IP "
                                + fixed
                                + ", as that fixed IP already has a floating IP on external"
                                + " network "
                                + one.network()
                                + ".");
    }

    @Test
    void refusesAnAddressWhenThePoolIsUsedUp() {
        NeutronBench bench = NeutronBench.networks();
        bench.type("network create n3")
                .type(
                        "subnet create --network n3 --subnet-range 10.2.0.0/29"
                                + " --allocation-pool start=10.2.0.2,end=10.2.0.2 tiny");

        refused(
                bench,
                "port create --network n3 a2",
                "ConflictException: 409: Client Error for url: "
                        + NeutronBench.URL
                        + "ports, No more IP addresses available on network "
                        + id(bench, "n3")
                        + ".");
    }

    @Test
    void refusesTheSameRuleTwice() {
        NeutronBench bench = NeutronBench.ready();
        bench.type("security group create Allow_SSH")
                .type("security group rule create --protocol tcp --dst-port 22 Allow_SSH");
        String rule =
                NeutronView.rules(bench.world()).stream()
                        .filter(r -> r.portMin() == 22)
                        .map(SecurityGroupRule::uuid)
                        .findFirst()
                        .orElseThrow();

        refused(
                bench,
                "security group rule create --protocol tcp --dst-port 22 Allow_SSH",
                EXECUTING
                        + "ConflictException: 409, Security group rule already exists. Rule id is "
                        + rule
                        + ".");
    }

    @Test
    void refusesAPortRangeWithoutProtocol() {
        NeutronBench bench = NeutronBench.ready();
        bench.type("security group create g");

        refused(
                bench,
                "security group rule create --dst-port 22 g",
                EXECUTING
                        + "BadRequestException: 400, Must also specify protocol if port range is"
                        + " given.");
    }

    @Test
    void refusesAGroupThatIsInUse() {
        NeutronBench bench = NeutronBench.networks();
        bench.serverPort("server-1");
        String group = NeutronView.groups(bench.world()).getFirst().uuid();

        refused(
                bench,
                "security group delete default",
                "Failed to delete group with name or ID 'default': ConflictException: 409: Client"
                        + " Error for url: "
                        + NeutronBench.URL
                        + "security-groups/"
                        + group
                        + ", Security Group "
                        + group
                        + " in use.\n"
                        + "1 of 1 groups failed to delete.");
    }

    private static String id(NeutronBench bench, String network) {
        return NeutronView.networks(bench.world()).stream()
                .filter(n -> n.name().equals(network))
                .map(Network::uuid)
                .findFirst()
                .orElseThrow();
    }
}
