package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maquete.juju.JujuView;
import org.maquete.juju.catalog.Bases;
import org.maquete.juju.catalog.OsRelease;
import org.maquete.juju.catalog.Parsed;

/**
 * {@code juju status} as tables: cmd/juju/status/output_tabular.go of juju 3.6 and 2.9.
 *
 * <p>Blanks at the ends of lines are left out, which the real program prints where the last cells
 * are empty: people compare with documents, and documents have lost them. Of the images of
 * Kubernetes charms, only the width is cut.
 */
final class StatusTable {

    /** Which Juju prints. */
    enum Layout {
        /** Bases, integrations. */
        V3_6,
        /** Series, relations. */
        V2_9
    }

    // <15, 30 and 120 characters>: output_tabular.go, iaasMaxVersionWidth, caasMaxVersionWidth; the
    // last in 3.6 only
    private static final int VERSION_WIDTH_MAX = 15;
    private static final int CAAS_VERSION_WIDTH_MAX = 30;
    private static final int MESSAGE_LENGTH_MAX = 120;
    private static final String ELLIPSIS = "...";
    private static final String ZONE = "availability-zone=";
    private static final Pattern HOOK = Pattern.compile("running (\\S+) hook.*");
    private static final Pattern RELATION_HOOK =
            Pattern.compile(".*-(relation-(joined|changed|departed|broken|created))");
    private static final Pattern ACTION = Pattern.compile("running action (.*)");

    private final StatusDocument document;
    private final Layout layout;
    private final StatusPart model;

    /** The tables of a document. */
    StatusTable(StatusDocument document, Layout layout) {
        this.document = document;
        this.layout = layout;
        this.model = document.model();
    }

    /** The layout of the Juju that made the document. */
    static Layout layoutOf(StatusDocument document) {
        String version = document.model().text("version");
        return version.startsWith("2.") ? Layout.V2_9 : Layout.V3_6;
    }

    String print() {
        List<String> sections = new ArrayList<>();
        sections.add(model());
        Map<String, StatusPart> remotes = sorted(document.root().parts("application-endpoints"));
        if (!remotes.isEmpty()) {
            sections.add(remotes(remotes));
        }
        Map<String, StatusPart> applications = sorted(document.root().parts("applications"));
        if (!applications.isEmpty()) {
            sections.add(applications(applications));
        }
        Map<String, StatusPart> units = units(applications);
        if (!units.isEmpty()) {
            sections.add(unitTable(units));
        }
        Map<String, StatusPart> machines = document.root().parts("machines");
        if (!machines.isEmpty() && !isKubernetes()) {
            sections.add(machines(machines));
        }
        Map<String, StatusPart> offers = sorted(document.root().parts("offers"));
        if (!offers.isEmpty()) {
            sections.add(offers(offers));
        }
        if (!document.relations().isEmpty()) {
            sections.add(relations());
        }
        return stripped(String.join("\n", sections));
    }

    private boolean isKubernetes() {
        return model.text("type").equals("caas");
    }

    private static Map<String, StatusPart> sorted(Map<String, StatusPart> parts) {
        Map<String, StatusPart> sorted = new TreeMap<>(JujuView.NATURAL);
        sorted.putAll(parts);
        return sorted;
    }

    private static Map<String, StatusPart> units(Map<String, StatusPart> applications) {
        Map<String, StatusPart> units = new TreeMap<>(JujuView.NATURAL);
        applications.values().forEach(application -> units.putAll(application.parts("units")));
        return units;
    }

    private static String stripped(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString();
    }

    private String model() {
        String region = model.text("region");
        List<String> header =
                new ArrayList<>(List.of("Model", "Controller", "Cloud/Region", "Version"));
        List<String> values =
                new ArrayList<>(
                        List.of(
                                model.text("name"),
                                model.text("controller"),
                                model.text("cloud") + (region.isEmpty() ? "" : "/" + region),
                                model.text("version")));
        add(header, values, "SLA", model.text("sla"));
        add(header, values, "Timestamp", document.root().part("controller").text("timestamp"));
        String message = model.part("model-status").text("message");
        String newer = model.text("upgrade-available");
        String upgrade = newer.isEmpty() ? "" : "upgrade available: " + newer;
        add(header, values, "Notes", cut(message.isEmpty() ? upgrade : message));
        Columns table = new Columns();
        table.row(header.toArray(String[]::new));
        table.row(values.toArray(String[]::new));
        return table.print();
    }

    private static void add(List<String> header, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            header.add(name);
            values.add(value);
        }
    }

    private static String remotes(Map<String, StatusPart> remotes) {
        Columns table = new Columns();
        table.row("SAAS", "Status", "Store", "URL");
        remotes.forEach((name, each) -> {
            String url = each.text("url");
            int colon = url.indexOf(':');
            table.row(
                    name,
                    each.part("application-status").text("current"),
                    colon < 0 ? "local" : url.substring(0, colon),
                    url.substring(colon + 1));
        });
        return table.print();
    }

    private String applications(Map<String, StatusPart> applications) {
        Map<String, int[]> scales = scales(applications);
        List<String> header =
                new ArrayList<>(
                        List.of("App", "Version", "Status", "Scale", "Charm", "Channel", "Rev"));
        if (isKubernetes()) {
            header.add("Address");
        }
        header.addAll(List.of("Exposed", "Message"));
        Columns table = new Columns();
        table.row(header.toArray(String[]::new));
        table.alignRight(3);
        table.alignRight(6);
        applications.forEach((name, each) -> {
            StatusPart status = each.part("application-status");
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    name,
                                    version(each.text("version")),
                                    status.text("current"),
                                    scale(scales.get(name)),
                                    each.text("charm-name"),
                                    each.text("charm-channel"),
                                    Integer.toString(each.whole("charm-rev"))));
            if (isKubernetes()) {
                cells.add(each.text("address"));
            }
            cells.add(each.flag("exposed") ? "yes" : "no");
            cells.add(cut(status.text("message")));
            table.row(cells.toArray(String[]::new));
        });
        return table.print();
    }

    /** How many units of each application have an agent, and how many there are. */
    private static Map<String, int[]> scales(Map<String, StatusPart> applications) {
        Map<String, int[]> scales = new TreeMap<>();
        applications.forEach((name, each) -> {
            boolean isBeside = !each.texts("subordinate-to").isEmpty();
            each.parts("units")
                    .forEach((unit, part) -> {
                        if (!isBeside) {
                            count(scales, name, part);
                        }
                        part.parts("subordinates")
                                .forEach((below, subordinate) -> {
                                    String application =
                                            below.substring(0, Math.max(0, below.indexOf('/')));
                                    StatusPart own =
                                            applications.getOrDefault(application, StatusPart.NONE);
                                    if (!own.texts("subordinate-to").isEmpty()) {
                                        count(scales, application, subordinate);
                                    }
                                });
                    });
        });
        return scales;
    }

    private static void count(Map<String, int[]> scales, String application, StatusPart unit) {
        String agent = unit.part("juju-status").text("current");
        int[] scale = scales.computeIfAbsent(application, _ -> new int[2]);
        scale[0] += agent.equals("idle") || agent.equals("executing") ? 1 : 0;
        scale[1]++;
    }

    /** {@code 3}, or {@code 2/3} while some have no agent: formattedStatus.applicationScale. */
    private static String scale(int @Nullable [] scale) {
        if (scale == null) {
            return "0";
        }
        return scale[0] == scale[1] ? Integer.toString(scale[0]) : scale[0] + "/" + scale[1];
    }

    private String version(String version) {
        String first = version.lines().findFirst().orElse("");
        int max = isKubernetes() ? CAAS_VERSION_WIDTH_MAX : VERSION_WIDTH_MAX;
        return first.length() <= max
                ? first
                : first.substring(0, max - ELLIPSIS.length()) + ELLIPSIS;
    }

    private String unitTable(Map<String, StatusPart> units) {
        Columns table = new Columns();
        if (isKubernetes()) {
            table.row("Unit", "Workload", "Agent", "Address", "Ports", "Message");
        } else {
            table.row("Unit", "Workload", "Agent", "Machine", "Public address", "Ports", "Message");
        }
        units.forEach((name, unit) -> {
            table.row(unit(name, unit, ""));
            sorted(unit.parts("subordinates"))
                    .forEach((below, subordinate) -> table.row(unit(below, subordinate, "  ")));
        });
        return table.print();
    }

    private String[] unit(String name, StatusPart unit, String indent) {
        StatusPart agent = unit.part("juju-status");
        String message = unit.part("workload-status").text("message");
        if (agent.text("current").equals("allocating") && message.isEmpty()) {
            message = agent.text("message");
        }
        String doing = doing(agent);
        String first = indent + name + (unit.flag("leader") ? "*" : "");
        String workload = unit.part("workload-status").text("current");
        String ports = ports(unit.texts("open-ports"));
        String told = cut(doing.isEmpty() ? message : "(" + doing + ") " + message);
        String current = agent.text("current");
        return isKubernetes()
                ? new String[] {first, workload, current, unit.text("address"), ports, told}
                : new String[] {
                    first,
                    workload,
                    current,
                    unit.text("machine"),
                    unit.text("public-address"),
                    ports,
                    told
                };
    }

    private String ports(List<String> ports) {
        return layout == Layout.V2_9 ? String.join(",", ports) : StatusPorts.grouped(ports);
    }

    /** The hook or action in the agent's message: output_tabular.go, agentDoing. */
    private static String doing(StatusPart agent) {
        if (!agent.text("current").equals("executing")) {
            return "";
        }
        Matcher hook = HOOK.matcher(agent.text("message"));
        if (hook.matches()) {
            Matcher relation = RELATION_HOOK.matcher(hook.group(1));
            return relation.matches() ? relation.group(1) : hook.group(1);
        }
        Matcher action = ACTION.matcher(agent.text("message"));
        return action.matches() ? action.group(1) : "";
    }

    /** The table of machines, alone with {@code juju machines}. */
    String machines(Map<String, StatusPart> machines) {
        boolean isOld = layout == Layout.V2_9;
        Columns table = new Columns();
        table.row(
                "Machine",
                "State",
                isOld ? "DNS" : "Address",
                "Inst id",
                isOld ? "Series" : "Base",
                "AZ",
                "Message");
        sorted(machines).forEach((name, each) -> machine(table, name, each));
        return stripped(table.print());
    }

    /** A machine and what is in it: an error of modifying it goes first. */
    private void machine(Columns table, String name, StatusPart machine) {
        StatusPart modified = machine.part("modification-status");
        boolean isWrong = modified.text("current").equals("error");
        StatusPart state = isWrong ? modified : machine.part("juju-status");
        StatusPart told = isWrong ? modified : machine.part("machine-status");
        String shown = machine.text("display-name");
        table.row(
                name,
                state.text("current"),
                machine.text("dns-name"),
                shown.isEmpty() ? machine.text("instance-id") : shown,
                base(machine),
                zone(machine.text("hardware")),
                cut(told.text("message")));
        sorted(machine.parts("containers")).forEach((id, each) -> machine(table, id, each));
    }

    private static String zone(String hardware) {
        int at = hardware.indexOf(ZONE);
        if (at < 0) {
            return "";
        }
        int from = at + ZONE.length();
        int end = hardware.indexOf(' ', from);
        return hardware.substring(from, end < 0 ? hardware.length() : end);
    }

    /** The base as {@code ubuntu@22.04}; the series in 2.9. */
    private String base(StatusPart machine) {
        StatusPart base = machine.part("base");
        String text = base == StatusPart.NONE ? "" : base.text("name") + "@" + base.text("channel");
        if (layout == Layout.V3_6 || !machine.text("series").isEmpty()) {
            return layout == Layout.V3_6 ? text : machine.text("series");
        }
        return Bases.parse(text) instanceof Parsed.Good<OsRelease>(OsRelease release)
                ? Bases.seriesOf(release).orElse(text)
                : text;
    }

    private static String offers(Map<String, StatusPart> offers) {
        Columns table = new Columns();
        table.row(
                "Offer",
                "Application",
                "Charm",
                "Rev",
                "Connected",
                "Endpoint",
                "Interface",
                "Role");
        offers.forEach((name, offer) -> {
            String charm = offer.text("charm");
            int colon = charm.indexOf(':');
            int dash = charm.lastIndexOf('-');
            String[] first = {
                name,
                offer.text("application"),
                dash < 0 ? charm : charm.substring(colon + 1, dash),
                charm.substring(dash + 1),
                offer.whole("active-connected-count") + "/" + offer.whole("total-connected-count")
            };
            String[] none = {"", "", "", "", ""};
            String[][] lead = {first};
            new TreeMap<>(offer.parts("endpoints"))
                    .forEach((endpoint, each) -> {
                        String[] l = lead[0];
                        table.row(
                                l[0],
                                l[1],
                                l[2],
                                l[3],
                                l[4],
                                endpoint,
                                each.text("interface"),
                                each.text("role"));
                        lead[0] = none;
                    });
        });
        return table.print();
    }

    private String relations() {
        Columns table = new Columns();
        table.row(
                layout == Layout.V2_9 ? "Relation provider" : "Integration provider",
                "Requirer",
                "Interface",
                "Type",
                "Message");
        List<StatusDocument.RelationLine> lines = new ArrayList<>(document.relations());
        lines.sort(
                Comparator.comparing(StatusDocument.RelationLine::provider)
                        .thenComparing(StatusDocument.RelationLine::requirer));
        for (StatusDocument.RelationLine each : lines) {
            String told = each.status().equals("joined") ? "" : each.status();
            table.row(each.provider(), each.requirer(), each.interfaceName(), each.type(), told);
        }
        return table.print();
    }

    /** Long messages are cut in 3.6. */
    private String cut(String message) {
        return layout == Layout.V2_9 || message.length() <= MESSAGE_LENGTH_MAX
                ? message
                : message.substring(0, MESSAGE_LENGTH_MAX - ELLIPSIS.length()) + ELLIPSIS;
    }
}
