package org.maquete.maas.client;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.hardware.HardwareView;
import org.maquete.hardware.Nic;
import org.maquete.maas.Interface;
import org.maquete.maas.InterfaceLink;
import org.maquete.maas.InterfaceType;
import org.maquete.maas.InterfaceView;
import org.maquete.maas.MaasView;
import org.maquete.maas.Machine;
import org.maquete.maas.ResourceKind;
import org.maquete.maas.Subnet;
import org.maquete.tool.argparse.Value;
import org.maquete.world.World;

/** A network interface as the API gives it: MAAS 3.5, api/interfaces.py. */
final class InterfaceJson {

    private static final String API = "/MAAS/api/2.0/nodes/";

    private InterfaceJson() {}

    static Value of(Interface each, Machine machine, World world) {
        Optional<Nic> nic =
                HardwareView.nics(world, machine.hostname()).stream()
                        .filter(n -> n.name().equals(each.name()))
                        .findFirst();
        boolean plugged = nic.map(Nic::plugged).orElse(true);
        Value vlan =
                MaasView.resource(world, ResourceKind.VLAN, each.vlan())
                        .map(v -> NetworkJson.vlan(v, world))
                        .orElse(Value.none());
        List<Value> links = new ArrayList<>();
        for (InterfaceLink link : each.links()) {
            links.add(link(link, machine, world));
        }
        List<String> children =
                InterfaceView.children(world, each).stream().map(Interface::name).sorted().toList();
        boolean isPort = each.type() == InterfaceType.PHYSICAL;
        return Json.object()
                .text("system_id", machine.systemId())
                .number("id", each.number())
                .text("name", each.name())
                .text("type", each.type().text())
                .put("vlan", vlan)
                .text("mac_address", each.mac())
                .texts("parents", each.parents().stream().sorted().toList())
                .texts("children", children)
                .empty("tags")
                .flag("enabled", true)
                .list("links", links)
                .put("params", params(each))
                .none("discovered")
                .number("effective_mtu", 1500)
                .none("vendor", "product", "firmware_version")
                .flag("link_connected", plugged)
                .number("interface_speed", isPort ? 1000 : 0)
                .number("link_speed", isPort && plugged ? 1000 : 0)
                .none("numa_node")
                .number("sriov_max_vf", 0)
                .text(
                        "resource_uri",
                        API + machine.systemId() + "/interfaces/" + each.number() + "/")
                .value();
    }

    private static Value link(InterfaceLink link, Machine machine, World world) {
        Json json = Json.object().number("id", link.number()).text("mode", link.mode().text());
        String assigned = MaasView.addressIn(world, machine.hostname(), link.cidr());
        String address = assigned.isEmpty() ? link.address() : assigned;
        if (!address.isEmpty()) {
            json.text("ip_address", address);
        }
        Optional<Subnet> subnet = world.table(MaasView.SUBNETS).find(link.cidr());
        subnet.ifPresent(s -> json.put("subnet", NetworkJson.subnet(s, world)));
        return json.value();
    }

    /** Without parameters the API gives an empty text. */
    private static Value params(Interface each) {
        if (each.params().isEmpty()) {
            return Value.text("");
        }
        Json json = Json.object();
        for (String pair : each.params()) {
            int equal = pair.indexOf('=');
            String value = pair.substring(equal + 1);
            json.put(
                    pair.substring(0, equal),
                    switch (value) {
                        case "True", "False" -> Value.flag(value.equals("True"));
                        case String digits when digits.matches("[0-9]{1,9}") ->
                                new Value.Whole(new BigInteger(digits));
                        default -> Value.text(value);
                    });
        }
        return json.value();
    }
}
