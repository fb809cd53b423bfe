package org.maquete.maas.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maquete.hardware.DiskRole;
import org.maquete.hardware.DiskSpec;
import org.maquete.hardware.InstallMachine;
import org.maquete.hardware.NicSpec;
import org.maquete.maas.EnlistMachine;
import org.maquete.maas.MaasView;
import org.maquete.maas.NodeStatus;
import org.maquete.tool.argparse.Value;

/** Bonds, bridges and VLAN interfaces, made and linked as a teacher prepares the lab. */
class MaasInterfaceTest {

    private static final String HOME = "172.16.0.0/20";

    private final MaasDesk desk = new MaasDesk();

    MaasInterfaceTest() {
        desk.rack()
                .ask(
                        new InstallMachine(
                                "server1",
                                4,
                                16384,
                                "default",
                                List.of(new DiskSpec("/dev/sda", 240, DiskRole.BOOT, false)),
                                List.of(
                                        new NicSpec("enp1s0", "52:54:00:03:01:01", "", HOME),
                                        new NicSpec("enp2s0", "52:54:00:03:01:02", "", HOME))))
                .ask(
                        new EnlistMachine(
                                "",
                                "server1",
                                NodeStatus.READY,
                                List.of(),
                                "default",
                                "default",
                                4,
                                16384,
                                "amt"));
    }

    private String id() {
        return desk.id("server1");
    }

    @Test
    void linksPortsToTheirSubnetAsCommissioningLeavesThem() {
        Value all = desk.json("maas admin interfaces read " + id());

        assertThat(MaasDesk.at(all, "0.name")).isEqualTo("enp1s0");
        assertThat(MaasDesk.at(all, "0.links.0.mode")).isEqualTo("auto");
        assertThat(MaasDesk.at(all, "0.links.0.subnet.cidr")).isEqualTo(HOME);
        assertThat(desk.refused("maas admin interface read " + id() + " eth9"))
                .isEqualTo("No Interface matches the given query.");
        assertThat(desk.refused("maas admin interfaces read nobody"))
                .isEqualTo("No Node matches the given query.");
    }

    @Test
    void makesABondThatTakesTheLinksOfItsPorts() {
        Value bond =
                desk.json(
                        "maas admin interfaces create-bond "
                                + id()
                                + " name=bond0 parents=1 parents=2 bond_mode=802.3ad");

        assertThat(MaasDesk.at(bond, "type")).isEqualTo("bond");
        assertThat(MaasDesk.at(bond, "params.bond_mode")).isEqualTo("802.3ad");
        assertThat(MaasDesk.at(bond, "params.bond_miimon")).isEqualTo("100");
        assertThat(MaasDesk.at(bond, "mac_address")).isEqualTo("52:54:00:03:01:01");
        assertThat(MaasDesk.at(bond, "links.0.mode")).isEqualTo("link_up");
        Value port = desk.json("maas admin interface read " + id() + " enp1s0");
        assertThat(MaasDesk.at(port, "children.0")).isEqualTo("bond0");
        assertThat(MaasDesk.at(port, "links")).isEqualTo("[]");
        assertThat(desk.refused("maas admin interfaces create-bond " + id() + " name=b parents=1"))
                .isEqualTo("{\"parents\": [\"Interfaces already in-use: enp1s0.\"]}");
        assertThat(
                        desk.refused(
                                "maas admin interface link-subnet "
                                        + id()
                                        + " enp1s0 mode=auto subnet="
                                        + HOME))
                .isEqualTo(
                        "{\"bond\": [\"Cannot link interface(enp1s0) when interface is in a"
                                + " bond(bond0).\"]}");
    }

    @Test
    void deploysOnlyAMachineThatIsOnANetwork() {
        desk.type("maas admin interfaces create-bridge " + id() + " name=br-ex parent=enp1s0");
        desk.type("maas admin interface disconnect " + id() + " enp2s0");
        assertThat(desk.refused("maas admin machine deploy " + id()))
                .isEqualTo("{\"network\": [\"Node must be configured to use a network\"]}");

        desk.type(
                "maas admin interface link-subnet "
                        + id()
                        + " br-ex mode=static subnet="
                        + HOME
                        + " ip_address=172.16.0.50");
        desk.type("maas admin machine deploy " + id());

        assertThat(MaasView.addressOf(desk.world(), "server1")).isEqualTo("172.16.0.50");
        assertThat(desk.refused("maas admin interface delete " + id() + " br-ex"))
                .isEqualTo(
                        "Cannot delete interface interface because the machine is not New, Ready,"
                                + " Allocated, or Broken.");
    }

    @Test
    void givesAMachineAnAddressInEachSubnet() {
        desk.type("maas admin spaces create name=storage");
        desk.type("maas admin vlans create 0 vid=20 space=storage");
        desk.type("maas admin subnets create cidr=10.20.0.0/24 fabric=0 vid=20");
        String vlan = MaasDesk.at(desk.json("maas admin vlan read 0 20"), "id");
        assertThat(desk.refused("maas admin interfaces create-vlan " + id() + " parent=2"))
                .isEqualTo(
                        "{\"vlan\": [\"A VLAN interface must be connected to a tagged VLAN.\"]}");

        Value made =
                desk.json("maas admin interfaces create-vlan " + id() + " parent=2 vlan=" + vlan);
        String name = MaasDesk.at(made, "name");
        desk.type(
                "maas admin interface link-subnet "
                        + id()
                        + " "
                        + name
                        + " mode=AUTO subnet=cidr:10.20.0.0/24");
        assertThat(MaasView.spacesOf(desk.world(), "server1"))
                .containsExactly("undefined", "storage");
        desk.type("maas admin machine deploy " + id());

        assertThat(name).isEqualTo("enp2s0.20");
        Value machine = desk.json("maas admin machine read " + id());
        assertThat(MaasDesk.at(machine, "ip_addresses")).isEqualTo("[172.16.0.2, 10.20.0.1]");
        desk.type("maas admin machine release " + id());
        assertThat(MaasView.addresses(desk.world())).isEmpty();
    }

    @Test
    void refusesLinksInTheWordsOfTheForm() {
        String link = "maas admin interface link-subnet " + id() + " 1 ";
        assertThat(desk.refused(link + "mode=magic"))
                .isEqualTo(
                        "{\"mode\": [\"'magic' is not a valid mode.  It should be one of: 'auto',"
                                + " 'dhcp', 'static', 'link_up'.\"]}");
        assertThat(desk.refused(link + "mode=link_up"))
                .startsWith("{\"mode\": [\"Cannot configure interface to link up");
        assertThat(desk.refused(link + "mode=static subnet=" + HOME + " ip_address=172.16.0.150"))
                .isEqualTo(
                        "{\"ip_address\": [\"IP address is inside a dynamic range 172.16.0.100 to"
                                + " 172.16.0.200.\"]}");
        assertThat(desk.refused(link + "mode=static subnet=" + HOME + " ip_address=10.0.0.1"))
                .contains("IP address is not in the given subnet '172.16.0.0/20'.");
        assertThat(desk.refused("maas admin interface unlink-subnet " + id() + " 1 id=77"))
                .isEqualTo("{\"id\": [\"'77' is not a valid id.  It should be one of: '1'.\"]}");
    }

    @Test
    void showsTheBridgeThatTheLabDescribes() {
        desk.rack().machine("server2", 4, 16384);

        Value bridge = desk.json("maas admin interface read " + desk.id("server2") + " br-ex");

        assertThat(MaasDesk.at(bridge, "params.bridge_type")).isEqualTo("ovs");
        assertThat(MaasDesk.at(bridge, "parents.0")).isEqualTo("enp1s0");
        assertThat(MaasDesk.at(bridge, "links.0.mode")).isEqualTo("auto");
        assertThat(
                        desk.refused(
                                "maas admin interfaces create-bridge "
                                        + desk.id("server2")
                                        + " name=br1 parent=br-ex"))
                .contains("A bridge interface can't have another bridge interface as parent.");
    }
}
