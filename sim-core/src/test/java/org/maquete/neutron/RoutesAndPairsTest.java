package org.maquete.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/** Texts: neutron yoga and neutron-lib, their exceptions; python-openstackclient 6.0.0. */
final class RoutesAndPairsTest {

    private static final String ROUTE = " --route destination=10.9.0.0/24,gateway=192.168.0.20 ";

    private static NeutronBench cloud() {
        return NeutronBench.networks()
                .type("port create --network user1_net --fixed-ip ip-address=192.168.0.20 vpn");
    }

    private static String router(NeutronBench bench) {
        return NeutronView.routers(bench.world()).getFirst().uuid();
    }

    private static Port port(NeutronBench bench, String name) {
        return NeutronView.ports(bench.world()).stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void addsShowsAndRemovesRoutes() {
        NeutronBench bench = cloud();

        Answer added = bench.answer("router add route" + ROUTE + "user1_router");
        Answer again = bench.answer("router add route" + ROUTE + "user1_router");
        Answer json = bench.answer("router show -f json -c routes user1_router");

        assertThat(added.text()).contains("destination='10.9.0.0/24', gateway='192.168.0.20'");
        assertThat(again.exit()).isZero();
        assertThat(json.text().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"routes\":[{\"destination\":\"10.9.0.0/24\","
                                + "\"nexthop\":\"192.168.0.20\"}]}");
        assertThat(bench.answer("router remove route" + ROUTE + "user1_router").exit()).isZero();
        assertThat(NeutronView.routes(bench.world(), router(bench))).isEmpty();
    }

    @Test
    void setsRoutesAndClearsThem() {
        NeutronBench bench = cloud();

        Answer set = bench.answer("router set" + ROUTE + "user1_router");

        assertThat(set).isEqualTo(Answer.SILENT);
        assertThat(NeutronView.routes(bench.world(), router(bench)))
                .containsExactly("10.9.0.0/24 192.168.0.20");
        bench.type("router set --no-route user1_router");
        assertThat(NeutronView.routes(bench.world(), router(bench))).isEmpty();
    }

    @Test
    void refusesANextHopThatIsNoNeighbour() {
        NeutronBench bench = cloud();
        String url = NeutronBench.URL + "routers/" + router(bench) + "/add_extraroutes, ";

        Answer far =
                bench.answer(
                        "router add route --route destination=10.9.0.0/24,gateway=10.0.0.1"
                                + " user1_router");
        Answer own =
                bench.answer(
                        "router add route --route destination=10.9.0.0/24,gateway=192.168.0.1"
                                + " user1_router");

        assertThat(far.text())
                .isEqualTo(
                        "BadRequestException: 400: Client Error for url: "
                                + url
                                + "Invalid format for routes: [{'destination': '10.9.0.0/24',"
                                + " 'nexthop': '10.0.0.1'}], the nexthop is not connected with"
                                + " router");
        assertThat(own.text()).endsWith("'192.168.0.1'}], the nexthop is used by router");
        assertThat(own.exit()).isEqualTo(1);
    }

    @Test
    void keepsAnInterfaceThatARouteNeeds() {
        NeutronBench bench = cloud().type("router add route" + ROUTE + "user1_router");
        String subnet = port(bench, "vpn").subnet();

        assertThat(bench.answer("router remove subnet user1_router user1_subnet").text())
                .endsWith(
                        "Router interface for subnet "
                                + subnet
                                + " on router "
                                + router(bench)
                                + " cannot be deleted, as it is required by one or more routes.");
    }

    @Test
    void allowsAddressPairsAndTakesThemBack() {
        NeutronBench bench = cloud();
        String mac = port(bench, "vpn").mac();

        Answer set = bench.answer("port set --allowed-address ip-address=10.9.0.0/24 vpn");
        bench.type(
                "port set --allowed-address ip-address=10.8.0.1,mac-address=fa:16:3e:0:0:1 vpn"
                        .replace("0:0:1", "00:00:01"));

        assertThat(set).isEqualTo(Answer.SILENT);
        assertThat(NeutronView.pairs(bench.world(), port(bench, "vpn").uuid()))
                .containsExactly(mac + " 10.9.0.0/24", "fa:16:3e:00:00:01 10.8.0.1");
        assertThat(bench.answer("port show -c allowed_address_pairs vpn").text())
                .contains("ip_address='10.9.0.0/24', mac_address='" + mac + "'");
        assertThat(bench.answer("port unset --allowed-address ip-address=10.9.0.0/24 vpn").text())
                .isEqualTo(
                        "Port does not contain allowed-address-pair"
                                + " {'ip_address': '10.9.0.0/24'}");
        bench.type("port set --no-allowed-address vpn");
        assertThat(NeutronView.pairs(bench.world(), port(bench, "vpn").uuid())).isEmpty();
    }

    @Test
    void refusesAPairTwiceAndWhatIsNoAddress() {
        NeutronBench bench = cloud().type("port set --allowed-address ip-address=10.9.0.1 vpn");
        String url = NeutronBench.URL + "ports/" + port(bench, "vpn").uuid() + ", ";

        assertThat(bench.answer("port set --allowed-address ip-address=10.9.0.1 vpn").text())
                .isEqualTo(
                        "BadRequestException: 400: Client Error for url: "
                                + url
                                + "Request contains duplicate address pair: mac_address "
                                + port(bench, "vpn").mac()
                                + " ip_address 10.9.0.1.");
        assertThat(bench.answer("port set --allowed-address ip-address=10.9.0.300 vpn").text())
                .endsWith("'10.9.0.300' is not a valid IP address");
        assertThat(bench.answer("port set --allowed-address ip-address=10.9.0.1/24 vpn").text())
                .endsWith(
                        "'10.9.0.1/24' isn't a recognized IP subnet cidr, '10.9.0.0/24' is"
                                + " recommended");
    }

    @Test
    void forgetsRoutesAndPairsWithTheirOwner() {
        NeutronBench bench =
                cloud().type("router add route" + ROUTE + "user1_router")
                        .type("port set --allowed-address ip-address=10.9.0.1 vpn");
        List<String> gone = List.of(router(bench), port(bench, "vpn").uuid());

        bench.type("router set --no-route user1_router")
                .type("router remove subnet user1_router user1_subnet")
                .type("router delete user1_router")
                .type("port delete vpn");

        assertThat(NeutronView.routes(bench.world(), gone.get(0))).isEmpty();
        assertThat(NeutronView.pairs(bench.world(), gone.get(1))).isEmpty();
    }

    @Test
    void makesAGroupStateless() {
        NeutronBench bench = cloud();

        Answer made = bench.answer("security group create --stateless -f value -c stateful web");

        assertThat(made.text().strip()).isEqualTo("False");
    }
}
