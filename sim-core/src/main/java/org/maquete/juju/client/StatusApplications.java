package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maquete.juju.Application;
import org.maquete.juju.BoundEndpoint;
import org.maquete.juju.JujuTables;
import org.maquete.juju.SpaceView;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.CharmMetadata;
import org.maquete.kernel.EventId;
import org.maquete.observe.Seen;

/** The part {@code applications} of a status, with units and those beside them. */
final class StatusApplications {

    private final String model;
    private final CharmCatalog catalog;
    private final StatusFields fields;
    private final List<Seen<?>> seen;

    /** The units' statuses by application, to tell a derived application status from a set one. */
    private final TreeMap<String, List<StatusInfo>> workloads = new TreeMap<>();

    private final TreeMap<String, Integer> nextUnits = new TreeMap<>();

    StatusApplications(
            String model, CharmCatalog catalog, StatusFields fields, List<Seen<?>> seen) {
        this.model = model;
        this.catalog = catalog;
        this.fields = fields;
        this.seen = seen;
    }

    void read(Map<String, StatusPart> applications) {
        applications.forEach((name, application) -> {
            String path = "applications/" + name + "/units/";
            application
                    .parts("units")
                    .forEach((unit, part) -> {
                        Map.Entry<String, StatusPart> entry = Map.entry(unit, part);
                        unit(path + unit, entry, "", "");
                    });
        });
        applications.forEach(this::application);
    }

    private void application(String name, StatusPart node) {
        String path = "applications/" + name;
        String base = fields.base(path, node);
        StatusInfo status =
                fields.status(path + "/application-status", node.part("application-status"));
        boolean isDerived =
                workloads.getOrDefault(name, List.of()).stream()
                        .anyMatch(unit ->
                                unit.current().equals(status.current())
                                        && unit.message().equals(status.message()));
        boolean isUnset = status.current().equals("unknown") || status.current().isEmpty();
        StatusInfo leaderStatus = isDerived || isUnset ? StatusInfo.NONE : status;
        String charm = node.text("charm-name");
        boolean isRelated = !node.texts("subordinate-to").isEmpty();
        Optional<CharmMetadata> known = isRelated ? Optional.empty() : catalog.find(charm);
        boolean isSubordinate = known.map(CharmMetadata::subordinate).orElse(isRelated);
        int next = nextUnits.getOrDefault(name, 0);
        bindings(name, node);
        List<String> assumed = new ArrayList<>(List.of("constraints", "settings", "nextUnit"));
        if (!isRelated && known.isEmpty()) {
            assumed.add("subordinate");
        }
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
                                        charm,
                                        node.text("charm-channel"),
                                        node.whole("charm-rev"),
                                        base,
                                        isSubordinate,
                                        node.flag("exposed"),
                                        "",
                                        List.of(),
                                        leaderStatus,
                                        node.text("version"),
                                        node.text("life").equals("dying"),
                                        next),
                        assumed,
                        false));
    }

    /** As Juju keeps them here: none when all are bound to alpha. */
    private void bindings(String name, StatusPart node) {
        Map<String, String> spaces = node.pairs("endpoint-bindings");
        if (spaces.values().stream().allMatch(s -> s.isEmpty() || s.equals(SpaceView.ALPHA))) {
            return;
        }
        spaces.forEach((endpoint, space) ->
                seen.add(
                        Seen.of(
                                JujuTables.BOUND_ENDPOINTS,
                                id -> new BoundEndpoint(id, model, name, endpoint, space))));
    }

    private void unit(
            String path, Map.Entry<String, StatusPart> entry, String principal, String host) {
        String name = entry.getKey();
        StatusPart node = entry.getValue();
        int slash = name.indexOf('/');
        if (slash < 0 || !name.substring(slash + 1).matches("[0-9]{1,8}")) {
            fields.wrong(path, "expected a unit as vault/0, found " + name);
            return;
        }
        String application = name.substring(0, slash);
        StatusInfo workload =
                fields.status(path + "/workload-status", node.part("workload-status"));
        StatusInfo agent = fields.status(path + "/juju-status", node.part("juju-status"));
        String machine = node.has("machine") ? node.text("machine") : host;
        String address = node.text(node.has("public-address") ? "public-address" : "address");
        boolean leader = node.flag("leader");
        List<String> ports = node.texts("open-ports");
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
        for (Map.Entry<String, StatusPart> each : node.parts("subordinates").entrySet()) {
            unit(path + "/subordinates/" + each.getKey(), each, name, machine);
        }
    }
}
