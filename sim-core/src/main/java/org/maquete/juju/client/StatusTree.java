package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.juju.Application;
import org.maquete.juju.Controller;
import org.maquete.juju.JujuTables;
import org.maquete.juju.JujuView;
import org.maquete.juju.Machine;
import org.maquete.juju.Relation;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;

/**
 * {@code juju status} as a tree of maps, for JSON and YAML: cmd/juju/status/formatted.go of juju
 * 3.6. Fields come in the order of the Go structs and are left out when empty, as there; keys of
 * maps are sorted byte by byte. Network interfaces and endpoint bindings are not modelled.
 */
final class StatusTree {

    private final Selection shown;
    private final String timestamp;
    private final boolean isIso;
    private final String version;

    StatusTree(Selection shown, String timestamp, boolean isIso) {
        this.shown = shown;
        this.timestamp = timestamp;
        this.isIso = isIso;
        this.version = controller().version();
    }

    private Controller controller() {
        return shown.world().table(JujuTables.CONTROLLERS).get(shown.model().controller());
    }

    Map<String, Object> whole() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", model());
        tree.put("machines", machines());
        Map<String, Object> applications = new TreeMap<>();
        for (Application each : shown.applications()) {
            applications.put(each.name(), application(each));
        }
        tree.put("applications", applications);
        tree.put("storage", new LinkedHashMap<>());
        if (!timestamp.isEmpty()) {
            Map<String, Object> controller = new LinkedHashMap<>();
            controller.put("timestamp", timestamp);
            tree.put("controller", controller);
        }
        return tree;
    }

    private Map<String, Object> model() {
        Controller controller = controller();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", shown.model().name());
        tree.put("type", "iaas");
        tree.put("controller", controller.name());
        tree.put("cloud", controller.cloud());
        text(tree, "region", controller.region());
        tree.put("version", version);
        tree.put("model-status", status(shown.model().status()));
        tree.put("sla", "unsupported");
        return tree;
    }

    private Map<String, Object> machines() {
        Map<String, Object> machines = new TreeMap<>();
        for (Machine each : shown.machines()) {
            if (!each.isContainer()) {
                machines.put(each.name(), machine(each));
            }
        }
        return machines;
    }

    private Map<String, Object> machine(Machine machine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, Object> agent = status(machine.agent());
        if (!machine.agent().current().equals("pending")) {
            agent.put("version", version);
        }
        tree.put("juju-status", agent);
        text(tree, "hostname", machine.hostname());
        text(tree, "dns-name", machine.addresses().isEmpty() ? "" : machine.addresses().getFirst());
        texts(tree, "ip-addresses", machine.addresses());
        tree.put("instance-id", machine.instanceId().isEmpty() ? "pending" : machine.instanceId());
        tree.put("machine-status", status(machine.instance()));
        tree.put(
                "modification-status",
                status(new StatusInfo("idle", "", machine.agent().sinceNs())));
        tree.put("base", base(machine.base()));
        Map<String, Object> containers = new TreeMap<>();
        for (Machine each : shown.machines()) {
            if (each.isContainer() && each.parent().equals(machine.name())) {
                containers.put(each.name(), machine(each));
            }
        }
        if (!containers.isEmpty()) {
            tree.put("containers", containers);
        }
        text(tree, "constraints", machine.constraints());
        text(tree, "hardware", hardware(machine));
        return tree;
    }

    /** The hardware text has the zone, which the tables take from it. */
    private static String hardware(Machine machine) {
        String zone = "availability-zone=" + machine.zone();
        return machine.zone().isEmpty() || machine.hardware().contains(zone)
                ? machine.hardware()
                : (machine.hardware() + " " + zone).strip();
    }

    private static Map<String, Object> base(String base) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (Bases.parse(base) instanceof Parsed.Good<OsRelease>(OsRelease release)) {
            tree.put("name", release.os());
            tree.put("channel", release.channel().track());
        }
        return tree;
    }

    private Map<String, Object> application(Application application) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("charm", application.charm());
        tree.put("base", base(application.base()));
        tree.put("charm-origin", "charmhub");
        tree.put("charm-name", application.charm());
        tree.put("charm-rev", application.revision());
        text(tree, "charm-channel", application.channel());
        tree.put("exposed", application.exposed());
        tree.put(
                "application-status",
                status(JujuView.applicationStatus(shown.world(), application)));
        Map<String, Object> relations = relations(application);
        if (!relations.isEmpty()) {
            tree.put("relations", relations);
        }
        texts(tree, "subordinate-to", shown.subordinateTo(application));
        Map<String, Object> units = new TreeMap<>();
        for (Unit unit : shown.principals(application)) {
            units.put(unit.name(), unit(unit));
        }
        if (!units.isEmpty()) {
            tree.put("units", units);
        }
        text(tree, "version", application.version());
        return tree;
    }

    private Map<String, Object> relations(Application application) {
        Map<String, Object> tree = new TreeMap<>();
        List<Relation> own =
                shown.relations().stream()
                        .filter(relation -> relation.joins(application.name()))
                        .sorted(Comparator.comparing(r -> r.other(application.name())))
                        .toList();
        for (Relation relation : own) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("related-application", relation.other(application.name()));
            one.put("interface", relation.interfaceName());
            one.put("scope", relation.container() ? "container" : "global");
            @SuppressWarnings("unchecked") // only lists are put in, right here
            List<Object> list =
                    (List<Object>)
                            tree.computeIfAbsent(
                                    relation.endpointOf(application.name()),
                                    _ -> new ArrayList<Object>());
            list.add(one);
        }
        return tree;
    }

    private Map<String, Object> unit(Unit unit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("workload-status", status(unit.workload()));
        Map<String, Object> agent = status(unit.agent());
        if (!unit.agent().current().equals("allocating")) {
            agent.put("version", version);
        }
        tree.put("juju-status", agent);
        if (unit.leader()) {
            tree.put("leader", true);
        }
        text(tree, "machine", unit.principal().isEmpty() ? unit.machine() : "");
        texts(tree, "open-ports", unit.openPorts());
        text(tree, "public-address", unit.address());
        Map<String, Object> subordinates = new TreeMap<>();
        for (Unit each : shown.subordinates(unit)) {
            subordinates.put(each.name(), unit(each));
        }
        if (!subordinates.isEmpty()) {
            tree.put("subordinates", subordinates);
        }
        return tree;
    }

    private Map<String, Object> status(StatusInfo status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        text(tree, "current", status.current());
        text(tree, "message", status.message());
        tree.put(
                "since", isIso ? JujuTime.iso(status.sinceNs()) : JujuTime.usual(status.sinceNs()));
        return tree;
    }

    private static void text(Map<String, Object> tree, String key, String value) {
        if (!value.isEmpty()) {
            tree.put(key, value);
        }
    }

    private static void texts(Map<String, Object> tree, String key, List<String> values) {
        if (!values.isEmpty()) {
            tree.put(key, values);
        }
    }
}
