package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maquete.juju.JujuTables;
import org.maquete.juju.Machine;
import org.maquete.juju.StatusInfo;
import org.maquete.observe.Seen;

/** The part {@code machines} of a status. */
final class StatusMachines {

    private static final String ZONE = "availability-zone=";

    private final String model;
    private final StatusFields fields;
    private final List<Seen<?>> seen;

    StatusMachines(String model, StatusFields fields, List<Seen<?>> seen) {
        this.model = model;
        this.fields = fields;
        this.seen = seen;
    }

    void read(Map<String, StatusPart> machines) {
        machines.forEach(this::machine);
    }

    private void machine(String name, StatusPart node) {
        String path = "machines/" + name;
        String base = fields.base(path, node);
        StatusInfo agent = fields.status(path + "/juju-status", node.part("juju-status"));
        StatusInfo instance = fields.status(path + "/machine-status", node.part("machine-status"));
        String given = node.text("instance-id");
        String shown = node.has("display-name") ? node.text("display-name") : given;
        String instanceId = shown.equals("pending") ? "" : shown;
        List<String> addresses = addresses(node);
        String hostname = node.text("hostname");
        String constraints = node.text("constraints");
        String hardware = node.text("hardware");
        int containers = node.parts("containers").size();
        List<String> assumed =
                hardware.isEmpty() ? List.of("nextContainer", "zone") : List.of("nextContainer");
        seen.add(
                new Seen<>(
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
                        assumed,
                        false));
        read(node.parts("containers"));
    }

    /** All addresses, the one that the tables print first. */
    private static List<String> addresses(StatusPart node) {
        List<String> addresses = new ArrayList<>();
        String first = node.text("dns-name");
        if (!first.isEmpty()) {
            addresses.add(first);
        }
        for (String each : node.texts("ip-addresses")) {
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
