package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.juju.Application;
import org.maquete.juju.JujuTables;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.kernel.EventId;
import org.maquete.observe.Seen;
import tools.jackson.databind.JsonNode;

/** The part {@code applications} of a status, with units and those beside them. */
final class StatusApplications {

    private static final List<String> KEYS =
            List.of(
                    "charm",
                    "base",
                    "series",
                    "os",
                    "charm-origin",
                    "charm-name",
                    "charm-rev",
                    "charm-channel",
                    "charm-version",
                    "charm-profile",
                    "can-upgrade-to",
                    "scale",
                    "provider-id",
                    "address",
                    "exposed",
                    "life",
                    "application-status",
                    "relations",
                    "subordinate-to",
                    "units",
                    "version",
                    "endpoint-bindings");
    private static final List<String> UNIT_KEYS =
            List.of(
                    "workload-status",
                    "juju-status",
                    "meter-status",
                    "leader",
                    "upgrading-from",
                    "machine",
                    "open-ports",
                    "public-address",
                    "address",
                    "provider-id",
                    "subordinates",
                    "branch");

    private final String model;
    private final StatusFields fields;
    private final List<Seen<?>> seen;

    /** The units' statuses by application, to tell a derived application status from a set one. */
    private final TreeMap<String, List<StatusInfo>> workloads = new TreeMap<>();

    private final TreeMap<String, Integer> nextUnits = new TreeMap<>();

    StatusApplications(String model, StatusFields fields, List<Seen<?>> seen) {
        this.model = model;
        this.fields = fields;
        this.seen = seen;
    }

    void read(JsonNode applications) {
        for (Map.Entry<String, JsonNode> each : applications.properties()) {
            String path = "applications/" + each.getKey();
            fields.check(path, each.getValue(), KEYS);
            for (Map.Entry<String, JsonNode> unit : each.getValue().path("units").properties()) {
                unit(path + "/units/" + unit.getKey(), unit, "", "");
            }
        }
        for (Map.Entry<String, JsonNode> each : applications.properties()) {
            application(each.getKey(), each.getValue());
        }
    }

    private void application(String name, JsonNode node) {
        String path = "applications/" + name;
        String base = fields.base(path, node);
        StatusInfo status =
                fields.status(path + "/application-status", node.path("application-status"));
        boolean isDerived =
                workloads.getOrDefault(name, List.of()).stream()
                        .anyMatch(unit ->
                                unit.current().equals(status.current())
                                        && unit.message().equals(status.message()));
        boolean isUnset = status.current().equals("unknown") || status.current().isEmpty();
        StatusInfo leaderStatus = isDerived || isUnset ? StatusInfo.NONE : status;
        boolean isSubordinate = !node.path("subordinate-to").isEmpty();
        int next = nextUnits.getOrDefault(name, 0);
        List<String> assumed = new ArrayList<>(List.of("constraints", "settings", "nextUnit"));
        if (isDerived || isUnset) {
            assumed.addAll(List.of("leaderStatus", "leaderStatusMessage"));
        }
        seen.add(
                new Seen<>(
                        JujuTables.APPLICATIONS,
                        id ->
                                new Application(
                                        id,
                                        model,
                                        name,
                                        node.path("charm-name").asString(""),
                                        node.path("charm-channel").asString(""),
                                        node.path("charm-rev").asInt(0),
                                        base,
                                        isSubordinate,
                                        node.path("exposed").asBoolean(false),
                                        "",
                                        List.of(),
                                        leaderStatus,
                                        node.path("version").asString(""),
                                        node.path("life").asString("").equals("dying"),
                                        next),
                        assumed,
                        false));
    }

    private void unit(
            String path, Map.Entry<String, JsonNode> entry, String principal, String host) {
        String name = entry.getKey();
        JsonNode node = entry.getValue();
        int slash = name.indexOf('/');
        if (slash < 0 || !name.substring(slash + 1).matches("[0-9]{1,8}")) {
            fields.wrong(path, "expected a unit as vault/0, found " + name);
            return;
        }
        fields.check(path, node, UNIT_KEYS);
        String application = name.substring(0, slash);
        StatusInfo workload =
                fields.status(path + "/workload-status", node.path("workload-status"));
        StatusInfo agent = fields.status(path + "/juju-status", node.path("juju-status"));
        String machine = node.path("machine").asString(host);
        String address = node.path("public-address").asString(node.path("address").asString(""));
        boolean leader = node.path("leader").asBoolean(false);
        List<String> ports = StatusFields.texts(node.path("open-ports"));
        seen.add(
                Seen.of(
                        JujuTables.UNITS,
                        id ->
                                new Unit(
                                        id,
                                        model,
                                        name,
                                        application,
                                        machine,
                                        principal,
                                        agent,
                                        workload,
                                        leader,
                                        address,
                                        ports,
                                        List.of(),
                                        0,
                                        List.of(),
                                        EventId.NONE,
                                        EventId.NONE),
                        "waitsFor",
                        "hookRuns",
                        "hookQueue"));
        workloads.computeIfAbsent(application, _ -> new ArrayList<>()).add(workload);
        nextUnits.merge(application, Integer.parseInt(name.substring(slash + 1)) + 1, Math::max);
        for (Map.Entry<String, JsonNode> each : node.path("subordinates").properties()) {
            unit(path + "/subordinates/" + each.getKey(), each, name, machine);
        }
    }
}
