package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.maas.MaasView;
import org.maquete.tool.argparse.Value;

/** Several subnets, their VLANs and spaces, and DHCP on them. */
class MaasNetworkTest {

    private final MaasDesk desk = new MaasDesk();

    @Test
    void makesASubnetInAVlanOfAFabric() {
        desk.type("maas admin fabrics create name=storage");
        desk.type("maas admin vlans create storage vid=20 name=ceph");

        Value made =
                desk.json(
                        "maas admin subnets create cidr=10.20.0.0/24 fabric=storage vid=20"
                                + " gateway_ip=10.20.0.1");

        assertThat(MaasDesk.at(made, "name")).isEqualTo("10.20.0.0/24");
        assertThat(MaasDesk.at(made, "vlan.fabric")).isEqualTo("storage");
        assertThat(MaasDesk.at(made, "vlan.vid")).isEqualTo("20");
        assertThat(MaasDesk.at(made, "vlan.dhcp_on")).isEqualTo("false");
        assertThat(MaasView.subnets(desk.world())).hasSize(2);
        assertThat(desk.refused("maas admin subnets create cidr=10.20.0.0/24"))
                .isEqualTo("{\"cidr\": [\"Subnet with this Cidr already exists.\"]}");
    }

    @Test
    void refusesSubnetsInTheWordsOfTheForm() {
        assertThat(desk.refused("maas admin subnets create"))
                .isEqualTo("{\"cidr\": [\"This field is required.\"]}");
        assertThat(desk.refused("maas admin subnets create cidr=10.20.0.0"))
                .isEqualTo("{\"cidr\": [\"Required format: <network>/<prefixlen>.\"]}");
        assertThat(desk.refused("maas admin subnets create cidr=10.20.0.0/24 vid=7"))
                .isEqualTo("{\"vid\": [\"No VLAN with vid 7 in default fabric.\"]}");
        assertThat(desk.refused("maas admin subnets create cidr=10.20.0.0/24 space=x"))
                .startsWith("{\"space\": [\"Spaces may no longer be set on subnets.");
    }

    @Test
    void putsAVlanIntoASpaceThatThereIs() {
        desk.type("maas admin spaces create name=lab");

        assertThat(desk.refused("maas admin vlan update 0 untagged space=nowhere"))
                .startsWith("{\"space\": [\"Select a valid choice.");
        assertThat(MaasDesk.at(desk.json("maas admin vlan update 0 untagged space=1"), "space"))
                .isEqualTo("lab");
        assertThat(desk.json("maas admin spaces read"))
                .isInstanceOfSatisfying(
                        Value.Many.class, all -> assertThat(all.values()).hasSize(1));
        desk.type("maas admin vlan update 0 untagged space=");
        assertThat(MaasDesk.at(desk.json("maas admin spaces read"), "1.id")).isEqualTo("-1");
        assertThat(MaasDesk.at(desk.json("maas admin space read undefined"), "subnets.0.cidr"))
                .isEqualTo("172.16.0.0/20");
    }

    @Test
    void turnsDhcpOffAndOnlyOnWithARangeAndARack() {
        desk.rack().machine("server1", 4, 16384);
        desk.type("maas admin vlan update 0 untagged dhcp_on=False");
        desk.type("maas admin machine commission " + desk.id("server1"));
        assertThat(MaasView.machine(desk.world(), "server1").orElseThrow().status().text())
                .as("nobody answers a machine that boots from the network")
                .isEqualTo("Failed commissioning");

        assertThat(
                        MaasDesk.at(
                                desk.json("maas admin vlan update 0 untagged dhcp_on=True"),
                                "dhcp_on"))
                .isEqualTo("true");
        desk.type("maas admin fabrics create name=f");
        assertThat(desk.refused("maas admin vlan update f untagged dhcp_on=True"))
                .isEqualTo(
                        "{\"dhcp_on\": [\"dhcp can only be turned on when a dynamic IP range is"
                                + " defined.\"]}");
        desk.type("maas admin subnets create cidr=10.20.0.0/24 fabric=f");
        desk.type(
                "maas admin ipranges create type=dynamic start_ip=10.20.0.100 end_ip=10.20.0.200");
        assertThat(desk.refused("maas admin vlan update f untagged dhcp_on=True"))
                .contains("dhcp can only be turned on when a primary rack controller is set.");
        assertThat(
                        MaasDesk.at(
                                desk.json(
                                        "maas admin vlan update f untagged dhcp_on=True"
                                                + " primary_rack=7xtf67"),
                                "dhcp_on"))
                .isEqualTo("true");
    }
}
