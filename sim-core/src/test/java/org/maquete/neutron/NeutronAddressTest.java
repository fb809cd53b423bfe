package org.maquete.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Simulation;

class NeutronAddressTest {

    @Test
    void givesTheMetadataPortTheFirstAddressOfThePool() {
        NeutronBench bench = NeutronBench.networks();

        Optional<Port> metadata =
                NeutronView.ports(bench.world()).stream()
                        .filter(p -> p.deviceOwner().equals("network:distributed"))
                        .findFirst();

        assertThat(metadata.orElseThrow().address()).isEqualTo("192.168.0.10");
    }

    @Test
    void givesTheRouterTheGatewayOfTheSubnet() {
        NeutronBench bench = NeutronBench.networks();

        assertThat(NeutronView.ports(bench.world()))
                .filteredOn(p -> p.deviceOwner().equals(RouterHandler.INTERFACE))
                .extracting(Port::address)
                .containsExactly("192.168.0.1");
    }

    @Test
    void drawsFloatingIpsFromThePoolWithoutRepeating() {
        NeutronBench bench = NeutronBench.networks();
        TreeSet<String> addresses = new TreeSet<>();

        for (int i = 0; i < 20; i++) {
            addresses.add(
                    bench.answer("floating ip create -f value -c floating_ip_address ext_net")
                            .text());
        }

        Ipv4.Range pool = Ipv4.Range.of("172.16.7.0-172.16.8.255");
        assertThat(addresses).hasSize(20).allMatch(a -> pool.contains(Ipv4.of(a)));
    }

    @Test
    void givesTenantNetworksTheMtuOfGeneve() {
        NeutronBench bench = NeutronBench.networks();

        assertThat(bench.answer("network show -f value -c mtu user1_net").text()).isEqualTo("1442");
        assertThat(bench.answer("network show -f value -c mtu ext_net").text()).isEqualTo("1500");
    }

    @Test
    void plugsThePortOfAServerAfterAMoment() {
        NeutronBench bench = NeutronBench.networks();
        String port = bench.serverPort("server-1");

        bench.simulation().runToEnd();

        assertThat(NeutronView.port(bench.world(), port).orElseThrow().status())
                .isEqualTo("ACTIVE");
    }

    @Test
    void isTheSameAgainFromItsInputs() {
        NeutronBench bench = NeutronBench.networks();
        bench.serverPort("server-1");
        Simulation first = bench.simulation();

        Simulation again = Simulation.replay(first.model(), first.settings(), first.inputs());

        assertThat(again.journal().digest()).isEqualTo(first.journal().digest());
    }

    @Test
    void deletesWhatIsNoLongerUsed() {
        NeutronBench bench = NeutronBench.networks();

        bench.type("router unset --external-gateway user1_router")
                .type("router remove subnet user1_router user1_subnet")
                .type("router delete user1_router")
                .type("network delete user1_net")
                .type("subnet delete ext_subnet")
                .type("network delete ext_net");

        assertThat(NeutronView.ports(bench.world())).isEmpty();
        assertThat(NeutronView.subnets(bench.world())).isEmpty();
        assertThat(bench.simulation().violations()).isEmpty();
    }
}
