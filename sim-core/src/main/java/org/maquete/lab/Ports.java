package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maquete.tool.argparse.Value;

/** The ports of a machine that MAAS has printed. */
final class Ports {

    static final Value TRUE = Value.flag(true);

    private Ports() {}

    /** The subnet of the port that the machine boots from, or the empty text. */
    static String bootSubnet(JsonTree machine) {
        String boot = machine.text("boot_interface.name");
        for (JsonTree port : machine.at("interface_set").items()) {
            if (port.text("name").equals(boot)) {
                return subnet(port, machine);
            }
        }
        return "";
    }

    /** One flow mapping for each port of the hardware, that which boots first. */
    static List<String> lines(JsonTree machine) {
        List<String> lines = new ArrayList<>();
        String boot = machine.text("boot_interface.name");
        for (JsonTree port : machine.at("interface_set").items()) {
            if (port.text("type").equals("physical")) {
                String line = line(port, machine);
                lines.add(port.text("name").equals(boot) ? 0 : lines.size(), line);
            }
        }
        return lines;
    }

    private static String line(JsonTree port, JsonTree machine) {
        StringBuilder line = new StringBuilder("{name: ").append(port.text("name"));
        line.append(", mac: \"").append(port.text("mac_address").toLowerCase(Locale.ROOT));
        line.append('"');
        for (JsonTree child : children(port, machine)) {
            if (child.text("params.bridge_type").equals("ovs")) {
                line.append(", ovs_bridge: ").append(child.text("name"));
            }
        }
        String subnet = subnet(port, machine);
        line.append(subnet.isEmpty() ? "" : ", subnet: " + subnet);
        return line.append('}').toString();
    }

    /** The subnet that a port or what stands on it is linked to. */
    private static String subnet(JsonTree port, JsonTree machine) {
        for (JsonTree link : port.at("links").items()) {
            if (!link.text("subnet.cidr").isEmpty()) {
                return link.text("subnet.cidr");
            }
        }
        for (JsonTree child : children(port, machine)) {
            String type = child.text("type");
            if (!type.equals("vlan")) {
                return subnet(child, machine);
            }
        }
        return "";
    }

    private static List<JsonTree> children(JsonTree port, JsonTree machine) {
        List<String> names = new ArrayList<>(port.texts("children"));
        names.remove(port.text("name"));
        return machine.at("interface_set").items().stream()
                .filter(other -> names.contains(other.text("name")))
                .toList();
    }
}
