package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Collections;
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
import org.maquete.juju.SpaceView;
import org.maquete.juju.StatusInfo;
import org.maquete.juju.Unit;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.CharmCatalog;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;

/**
 * Makes a status of the rows of a model: cmd/juju/status/formatter.go and
 * apiserver/facades/client/client/status.go of juju 3.6. What is empty there is left out here, with
 * the exceptions that {@link StatusShape} names.
 *
 * <p>Not in the rows and left out: network interfaces, versions of charms, {@code arch=amd64} among
 * the constraints, the MAAS system id (the instance id is the machine's name, which the real
 * program prints as {@code display-name}).
 */
final class StatusFormatter {

    private static final String TO = "to=";

    private final Selection shown;
    private final CharmCatalog catalog;
    private final String version;
    private final Controller controller;

    /** How much is asked for. */
    enum Detail {
        /** What tables and lines show. */
        TABLES,
        /** The table of relations too. */
        RELATIONS,
        /** Everything, for JSON and YAML. */
        ALL
    }

    private StatusFormatter(Selection shown, CharmCatalog catalog) {
        this.shown = shown;
        this.catalog = catalog;
        this.controller =
                shown.world().table(JujuTables.CONTROLLERS).get(shown.model().controller());
        this.version = controller.version();
    }

    /**
     * The status of a selection.
     *
     * @param clock the time of the controller as {@code 08:30:00Z}, or empty where it is not known
     */
    static StatusDocument format(
            Selection shown, CharmCatalog catalog, String clock, Detail detail) {
        StatusFormatter formatter = new StatusFormatter(shown, catalog);
        StatusPart root = new StatusPart();
        root.set("model", formatter.model());
        root.set("machines", formatter.machines());
        Map<String, StatusPart> applications = new LinkedHashMap<>();
        for (Application each : shown.applications()) {
            applications.put(each.name(), formatter.application(each, detail));
        }
        root.set("applications", applications);
        if (detail == Detail.ALL) {
            root.set("storage", new LinkedHashMap<String, Object>());
        }
        if (!clock.isEmpty()) {
            root.set("controller", new StatusPart().set("timestamp", clock));
        }
        return new StatusDocument(
                root, detail == Detail.RELATIONS ? formatter.relationLines() : List.of());
    }

    private StatusPart model() {
        return new StatusPart()
                .set("name", shown.model().name())
                .set("type", "iaas")
                .set("controller", controller.name())
                .set("cloud", controller.cloud())
                .text("region", controller.region())
                .set("version", version)
                .set("model-status", contents(shown.model().status()))
                .set("sla", "unsupported");
    }

    private Map<String, StatusPart> machines() {
        Map<String, Map<String, StatusPart>> containers = new TreeMap<>();
        for (Machine each : shown.machines()) {
            if (each.isContainer()) {
                containers
                        .computeIfAbsent(each.parent(), _ -> new LinkedHashMap<>())
                        .put(each.name(), machine(each, Map.of()));
            }
        }
        Map<String, StatusPart> machines = new LinkedHashMap<>();
        for (Machine each : shown.machines()) {
            if (!each.isContainer()) {
                machines.put(
                        each.name(), machine(each, containers.getOrDefault(each.name(), Map.of())));
            }
        }
        return machines;
    }

    private StatusPart machine(Machine machine, Map<String, StatusPart> containers) {
        StatusPart agent = contents(machine.agent());
        if (!machine.agent().current().equals("pending")) {
            agent.set("version", version);
        }
        List<String> addresses = machine.addresses();
        StatusInfo unmodified = new StatusInfo("idle", "", machine.agent().sinceNs());
        return new StatusPart()
                .set("juju-status", agent)
                .text("hostname", machine.hostname())
                .text("dns-name", addresses.isEmpty() ? "" : addresses.getFirst())
                .texts("ip-addresses", addresses)
                .set(
                        "instance-id",
                        machine.instanceId().isEmpty() ? "pending" : machine.instanceId())
                .set("machine-status", contents(machine.instance()))
                .set("modification-status", contents(unmodified))
                .set("base", base(machine.base()))
                .map("containers", containers)
                .text("constraints", constraints(machine))
                .text("hardware", hardware(machine));
    }

    /** As typed, without the placement that MAAS was asked for, which is none of them. */
    private static String constraints(Machine machine) {
        String constraints = machine.constraints();
        if (!constraints.contains(TO)) {
            return constraints;
        }
        List<String> words = new ArrayList<>();
        for (String word : constraints.split(" ", -1)) {
            if (!word.startsWith(TO)) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    /** Once it is known, the hardware has the zone, which the tables take from it. */
    private static String hardware(Machine machine) {
        String zone = "availability-zone=" + machine.zone();
        boolean isUnknown = machine.zone().isEmpty() || machine.hardware().isEmpty();
        return isUnknown || machine.hardware().contains(zone)
                ? machine.hardware()
                : (machine.hardware() + " " + zone).strip();
    }

    private static StatusPart base(String base) {
        StatusPart part = new StatusPart();
        if (Bases.parse(base) instanceof Parsed.Good<OsRelease>(OsRelease release)) {
            part.set("name", release.os());
            part.set("channel", release.channel().track());
        }
        return part;
    }

    private StatusPart application(Application application, Detail detail) {
        StatusPart part = new StatusPart();
        part.set("charm", application.charm());
        part.set("base", base(application.base()));
        part.set("charm-origin", "charmhub");
        part.set("charm-name", application.charm());
        part.set("charm-rev", application.revision());
        part.text("charm-channel", application.channel());
        part.set("exposed", application.exposed());
        part.text("life", application.dying() ? "dying" : "");
        part.set(
                "application-status",
                contents(JujuView.applicationStatus(shown.world(), application)));
        if (detail == Detail.ALL) {
            part.map("relations", relations(application));
        }
        part.texts("subordinate-to", shown.subordinateTo(application));
        part.map("units", units(shown.principals(application)));
        part.text("version", application.version());
        if (detail == Detail.ALL) {
            part.set("endpoint-bindings", bindings(application));
        }
        return part;
    }

    /** The applications at the other sides of each endpoint, each once, in order of name. */
    private Map<String, List<StatusPart>> relations(Application application) {
        Map<String, TreeMap<String, StatusPart>> found = new TreeMap<>();
        for (Relation relation : shown.relations()) {
            if (shown.matches(application) && relation.joins(application.name())) {
                String other = relation.other(application.name());
                StatusPart one =
                        new StatusPart()
                                .set("related-application", other)
                                .set("interface", relation.interfaceName())
                                .set("scope", relation.container() ? "container" : "global");
                found.computeIfAbsent(relation.endpointOf(application.name()), _ -> new TreeMap<>())
                        .putIfAbsent(other, one);
            }
        }
        Map<String, List<StatusPart>> relations = new TreeMap<>();
        found.forEach((endpoint, others) -> relations.put(endpoint, List.copyOf(others.values())));
        return relations;
    }

    private Map<String, String> bindings(Application application) {
        return catalog.find(application.charm())
                .map(charm -> SpaceView.bindings(shown.world(), application, charm))
                .orElse(Collections.singletonMap("", SpaceView.ALPHA));
    }

    private Map<String, StatusPart> units(List<Unit> units) {
        Map<String, StatusPart> parts = new LinkedHashMap<>();
        for (Unit unit : units) {
            parts.put(unit.name(), unit(unit));
        }
        return parts;
    }

    private StatusPart unit(Unit unit) {
        StatusPart agent = contents(unit.agent());
        if (!unit.agent().current().equals("allocating")) {
            agent.set("version", version);
        }
        StatusPart part = new StatusPart();
        part.set("workload-status", contents(unit.workload()));
        part.set("juju-status", agent);
        if (unit.leader()) {
            part.set("leader", true);
        }
        part.text("machine", unit.principal().isEmpty() ? unit.machine() : "");
        part.texts("open-ports", unit.openPorts());
        part.text("public-address", unit.address());
        part.map("subordinates", units(shown.subordinates(unit)));
        return part;
    }

    private static StatusPart contents(StatusInfo status) {
        return new StatusPart()
                .text("current", status.current())
                .text("message", status.message())
                .set("since", new StatusPart.Moment(status.sinceNs()));
    }

    private List<StatusDocument.RelationLine> relationLines() {
        List<StatusDocument.RelationLine> lines = new ArrayList<>();
        for (Relation each : shown.relations()) {
            lines.add(
                    new StatusDocument.RelationLine(
                            each.provider(),
                            each.requirer(),
                            each.interfaceName(),
                            each.peer() ? "peer" : each.container() ? "subordinate" : "regular",
                            isJoined(each) ? "joined" : "joining"));
        }
        return lines;
    }

    /**
     * A relation is joined from when a first unit has entered it: the uniter's relationer.go. In a
     * world made of documents, which do not tell of that, from when both sides have an agent.
     */
    private boolean isJoined(Relation relation) {
        boolean isKnown = shown.world().table(JujuTables.RELATION_UNITS).count() > 0;
        boolean haveAgents = true;
        for (String side :
                List.of(relation.providerApplication(), relation.requirerApplication())) {
            boolean hasAgent = false;
            for (Unit unit : JujuView.units(shown.world(), relation.model(), side)) {
                if (isKnown && JujuView.isIn(shown.world(), relation, unit)) {
                    return true;
                }
                hasAgent |= !unit.agent().current().equals("allocating");
            }
            haveAgents &= hasAgent;
        }
        return !isKnown && haveAgents;
    }
}
