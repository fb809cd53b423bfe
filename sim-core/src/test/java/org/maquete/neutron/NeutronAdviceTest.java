package org.maquete.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maquete.finding.Cure;
import org.maquete.finding.Finding;
import org.maquete.finding.Remedy;
import org.maquete.finding.Severity;
import org.maquete.juju.Setting;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Refusal;

class NeutronAdviceTest {

    private static final String FLAT =
            "network create --external --share --provider-network-type flat"
                    + " --provider-physical-network ";

    @Test
    void createsAMissingSecurityGroupBeforeTheLine() {
        NeutronBench bench = NeutronBench.ready();
        bench.answer("security group show Allow_SSH");

        Remedy.Diagnosis diagnosis = bench.diagnosis();

        assertThat(diagnosis.rule()).isEqualTo("ref.missing");
        assertThat(diagnosis.cures().getFirst().kind()).isEqualTo(Cure.Kind.BEFORE);
        assertThat(diagnosis.cures().getFirst().lines())
                .containsExactly(
                        "openstack security group create Allow_SSH",
                        "openstack security group rule create --protocol tcp --dst-port 22"
                                + " Allow_SSH");
    }

    @Test
    void allowsThePhysicalNetworkBeforeTheLine() {
        NeutronBench bench = NeutronBench.bare();
        bench.answer(FLAT + "physnet1 ext_net");

        Remedy.Diagnosis diagnosis = bench.diagnosis();

        assertThat(diagnosis.rule()).isEqualTo("neutron.flat-networks-disabled");
        assertThat(diagnosis.cures().getFirst().lines())
                .containsExactly("juju config neutron-api flat-network-providers=physnet1");
    }

    @Test
    void namesThePhysicalNetworkThatIsAllowed() {
        NeutronBench bench = NeutronBench.ready();
        bench.answer(FLAT + "physnet9 ext_net");

        Remedy.Diagnosis diagnosis = bench.diagnosis();

        assertThat(diagnosis.rule()).isEqualTo("neutron.physnet-unknown");
        assertThat(diagnosis.cures().getFirst().lines())
                .containsExactly("openstack " + FLAT + "physnet1 ext_net");
    }

    @Test
    void widensASubnetToThatOfMaas() {
        NeutronBench bench = NeutronBench.ready();
        bench.type(FLAT + "physnet1 ext_net");
        bench.answer(
                "subnet create --network ext_net --subnet-range 172.16.0.0/24"
                        + " --allocation-pool start=172.16.7.0,end=172.16.8.255 s");

        Remedy.Diagnosis diagnosis = bench.diagnosis();

        assertThat(diagnosis.rule()).isEqualTo("neutron.pool-outside-cidr");
        assertThat(diagnosis.cures().getFirst().lines())
                .containsExactly(
                        "openstack subnet create --network ext_net --subnet-range 172.16.0.0/20"
                                + " --allocation-pool start=172.16.7.0,end=172.16.8.255 s");
    }

    @Test
    void findsANameThatDiffersInItsHyphen() {
        NeutronBench bench = NeutronBench.networks();
        bench.answer("subnet create --network user1-net --subnet-range 10.0.0.0/24 s");

        Remedy.Diagnosis diagnosis = bench.diagnosis();

        assertThat(diagnosis.rule()).isEqualTo("ref.missing");
        assertThat(diagnosis.cures().getFirst().lines())
                .containsExactly(
                        "openstack subnet create --network user1_net --subnet-range 10.0.0.0/24"
                                + " s");
    }

    @Test
    void explainsTheEmptyAddress() {
        NeutronBench bench = NeutronBench.networks();
        Refusal refusal =
                Refusal.missing(
                        "404", "Floating IP None could not be found", Kinds.FLOATING_IP, "");
        bench.note("server add floating ip client ", Answer.failed(1, "x"), Optional.of(refusal));

        assertThat(bench.diagnosis().rule()).isEqualTo("neutron.floating-ip-empty");
    }

    @Test
    void warnsOfASubnetInPublicAddresses() {
        NeutronBench bench = NeutronBench.networks();
        bench.type("subnet create --network user1_net --subnet-range 192.169.0.0/24 public");

        List<Finding> findings = bench.findings("net.non-private");

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.getFirst().subject().name()).isEqualTo("public");
        assertThat(findings.getFirst().place().line()).isEqualTo(8);
    }

    @Test
    void acceptsAPrivateSubnet() {
        assertThat(NeutronBench.networks().findings("net.non-private")).isEmpty();
    }

    @Test
    void warnsOfAPoolThatMaasDoesNotReserve() {
        NeutronBench bench = NeutronBench.ready();
        bench.type(FLAT + "physnet1 ext_net")
                .type(
                        "subnet create --network ext_net --no-dhcp --subnet-range 172.16.0.0/20"
                                + " --allocation-pool start=172.16.7.0,end=172.16.8.255 s");

        assertThat(bench.findings("net.pool-overlaps-dhcp"))
                .extracting(f -> f.cause().en())
                .containsExactly(
                        "The pool 172.16.7.0-172.16.8.255 lies in the MAAS subnet 172.16.0.0/20"
                                + " and is not reserved there: MAAS may give the same addresses to"
                                + " machines and containers.");
    }

    @Test
    void warnsOfAPoolInTheDynamicRange() {
        NeutronBench bench = NeutronBench.ready();
        bench.type(FLAT + "physnet1 ext_net")
                .type(
                        "subnet create --network ext_net --no-dhcp --subnet-range 172.16.0.0/20"
                                + " --allocation-pool start=172.16.0.150,end=172.16.0.250 s");

        assertThat(bench.findings("net.pool-overlaps-dhcp"))
                .extracting(f -> f.cause().en())
                .containsExactly(
                        "The pool 172.16.0.150-172.16.0.250 overlaps the range"
                                + " 172.16.0.100-172.16.0.200 that MAAS gives out by DHCP: two"
                                + " machines will get the same address.");
    }

    @Test
    void acceptsAReservedPool() {
        assertThat(NeutronBench.networks().findings("net.pool-overlaps-dhcp")).isEmpty();
    }

    @Test
    void warnsOfInstancesWithoutNameserver() {
        NeutronBench bench = NeutronBench.networks().application("neutron-api-plugin-ovn");

        assertThat(bench.findings("net.no-dns"))
                .extracting(f -> f.subject().name())
                .containsExactly("user1_subnet");
    }

    @Test
    void acceptsTheNameserverOfTheCharm() {
        NeutronBench bench =
                NeutronBench.networks()
                        .application(
                                "neutron-api-plugin-ovn", new Setting("dns-servers", "172.16.0.1"));

        assertThat(bench.findings("net.no-dns")).isEmpty();
    }

    /** A server with a floating address, given by the line of nova that this bench only notes. */
    private static String address(NeutronBench bench, String server) {
        String port = bench.serverPort(server);
        bench.type("floating ip create ext_net");
        FloatingIp free =
                NeutronView.floatingIps(bench.world()).stream()
                        .filter(f -> f.port().isEmpty())
                        .findFirst()
                        .orElseThrow();
        bench.submit(new AssociateFloatingIp(free.uuid(), port));
        bench.note(
                "server add floating ip " + server + " " + free.address(),
                Answer.SILENT,
                Optional.empty());
        return free.address();
    }

    private static void remove(NeutronBench bench, String server, String address) {
        bench.type("network list");
        bench.note(
                "server remove floating ip " + server + " " + address,
                Answer.SILENT,
                Optional.empty());
        NeutronView.floatingIps(bench.world()).stream()
                .filter(f -> f.address().equals(address))
                .forEach(f -> bench.submit(new AssociateFloatingIp(f.uuid(), "")));
    }

    @Test
    void seesThatTheAddressOfAnotherServerIsTaken() {
        NeutronBench bench = NeutronBench.networks();
        address(bench, "api");
        String address = address(bench, "balancer");

        remove(bench, "api", address);

        assertThat(bench.findings("neutron.floating-ip-wrong-owner"))
                .extracting(f -> f.severity() + " " + f.cause().en())
                .containsExactly(
                        "ERROR "
                                + address
                                + " belongs to balancer, not to api: the client ignores"
                                + " the server, and balancer loses its address.");
    }

    @Test
    void seesThatNothingIsTakenTheSecondTime() {
        NeutronBench bench = NeutronBench.networks();
        String address = address(bench, "api");
        remove(bench, "api", address);

        remove(bench, "api", address);

        assertThat(bench.findings("neutron.floating-ip-wrong-owner"))
                .extracting(f -> f.cause().en())
                .containsExactly(
                        address
                                + " leads to no server when this line is typed: it removes nothing"
                                + " and still reports success.");
    }

    @Test
    void acceptsTheOwnAddressAndWarnsThatItStaysAllocated() {
        NeutronBench bench = NeutronBench.networks();
        String address = address(bench, "api");

        remove(bench, "api", address);

        assertThat(bench.findings("neutron.floating-ip-wrong-owner")).isEmpty();
        assertThat(bench.findings("neutron.floating-ip-stays-allocated"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void saysNothingOfAnAddressThatIsGivenBack() {
        NeutronBench bench = NeutronBench.networks();
        String address = address(bench, "api");
        remove(bench, "api", address);

        bench.type("floating ip delete " + address);

        assertThat(bench.findings("neutron.floating-ip-stays-allocated")).isEmpty();
    }
}
