package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.observe.Seen;
import tools.jackson.databind.JsonNode;

/** The part {@code machines} of a status. */
final class StatusMachines {

    private static final List<String> KEYS =
            List.of(
                    "juju-status",
                    "hostname",
                    "dns-name",
                    "ip-addresses",
                    "instance-id",
                    "display-name",
                    "machine-status",
                    "modification-status",
                    "base",
                    "series",
                    "network-interfaces",
                    "containers",
                    "constraints",
                    "hardware",
                    "controller-member-status",
                    "ha-primary",
                    "lxd-profiles");
    private static final String ZONE = "availability-zone=";

    private final String model;
    private final StatusFields fields;
    private final List<Seen<?>> seen;

    StatusMachines(String model, StatusFields fields, List<Seen<?>> seen) {
        this.model = model;
        this.fields = fields;
        this.seen = seen;
    }

    void read(JsonNode machines) {
        for (Map.Entry<String, JsonNode> each : machines.properties()) {
            machine(each.getKey(), each.getValue());
        }
    }

    private void machine(String name, JsonNode node) {
        String path = "machines/" + name;
        fields.check(path, node, KEYS);
        String base = fields.base(path, node);
        StatusInfo agent = fields.status(path + "/juju-status", node.path("juju-status"));
        StatusInfo instance = fields.status(path + "/machine-status", node.path("machine-status"));
        String given = node.path("instance-id").asString("");
        String shown = node.path("display-name").asString(given);
        String instanceId = shown.equals("pending") ? "" : shown;
        List<String> addresses = addresses(node);
        String hostname = node.path("hostname").asString("");
        String constraints = node.path("constraints").asString("");
        String hardware = node.path("hardware").asString("");
        int containers = node.path("containers").size();
        seen.add(
                Seen.of(
                        JujuTables.MACHINES,
                        id ->
                                new Machine(
                                        id,
                                        model,
                                        name,
                                        base,
                                        agent,
                                        instance,
                                        instanceId,
                                        hostname,
                                        addresses,
                                        constraints,
                                        hardware,
                                        zone(hardware),
                                        containers),
                        "nextContainer"));
        read(node.path("containers"));
    }

    /** All addresses, the one that the tables print first. */
    private static List<String> addresses(JsonNode node) {
        List<String> addresses = new ArrayList<>();
        String first = node.path("dns-name").asString("");
        if (!first.isEmpty()) {
            addresses.add(first);
        }
        for (String each : StatusFields.texts(node.path("ip-addresses"))) {
            if (!addresses.contains(each)) {
                addresses.add(each);
            }
        }
        return addresses;
    }

    private static String zone(String hardware) {
        for (String word : hardware.split(" ", -1)) {
            if (word.startsWith(ZONE)) {
                return word.substring(ZONE.length());
            }
        }
        return "";
    }
}
