package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * {@code juju status} as tables: cmd/juju/status/output_tabular.go of juju 3.6 and 2.9.
 *
 * <p>Blanks at the ends of lines are left out, which the real program prints where the last cells
 * are empty: people compare with documents, and documents have lost them.
 */
final class StatusTable {

    /** Which Juju prints. */
    enum Layout {
        /** Bases, integrations. */
        V3_6,
        /** Series, relations. */
        V2_9
    }

    // <15 and 120 characters>: output_tabular.go, iaasMaxVersionWidth; the second in 3.6 only
    private static final int VERSION_WIDTH_MAX = 15;
    private static final int MESSAGE_LENGTH_MAX = 120;
    private static final String ELLIPSIS = "...";
    private static final Pattern HOOK = Pattern.compile("running (\\S+) hook.*");
    private static final Pattern RELATION_HOOK =
            Pattern.compile(".*-(relation-(joined|changed|departed|broken|created))");
    private static final Pattern ACTION = Pattern.compile("running action (.*)");

    private final Selection shown;
    private final Layout layout;
    private final String timestamp;
    private final boolean hasRelations;

    /**
     * A page.
     *
     * @param timestamp {@code 08:30:00Z}, or empty where the time is not known
     * @param hasRelations whether relations were asked for
     */
    StatusTable(Selection shown, Layout layout, String timestamp, boolean hasRelations) {
        this.shown = shown;
        this.layout = layout;
        this.timestamp = timestamp;
        this.hasRelations = hasRelations;
    }

    String print() {
        List<String> sections = new ArrayList<>();
        sections.add(model());
        if (!shown.applications().isEmpty()) {
            sections.add(applications());
        }
        if (!shown.principals().isEmpty()) {
            sections.add(units());
        }
        if (!shown.machines().isEmpty()) {
            sections.add(machines());
        }
        if (hasRelations && !shown.relations().isEmpty()) {
            sections.add(relations());
        }
        return stripped(String.join("\n", sections));
    }

    private static String stripped(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString();
    }

    private String model() {
        Controller controller =
                shown.world().table(JujuTables.CONTROLLERS).get(shown.model().controller());
        String region = controller.region();
        List<String> header =
                new ArrayList<>(List.of("Model", "Controller", "Cloud/Region", "Version", "SLA"));
        List<String> values =
                new ArrayList<>(
                        List.of(
                                shown.model().name(),
                                controller.name(),
                                controller.cloud() + (region.isEmpty() ? "" : "/" + region),
                                controller.version(),
                                "unsupported"));
        if (!timestamp.isEmpty()) {
            header.add("Timestamp");
            values.add(timestamp);
        }
        if (!shown.model().status().message().isEmpty()) {
            header.add("Notes");
            values.add(shown.model().status().message());
        }
        Columns table = new Columns();
        table.row(header.toArray(String[]::new));
        table.row(values.toArray(String[]::new));
        return table.print();
    }

    private String applications() {
        Columns table = new Columns();
        table.row(
                "App", "Version", "Status", "Scale", "Charm", "Channel", "Rev", "Exposed",
                "Message");
        table.alignRight(3);
        table.alignRight(6);
        for (Application each : shown.applications()) {
            StatusInfo status = JujuView.applicationStatus(shown.world(), each);
            table.row(
                    each.name(),
                    version(each.version()),
                    status.current(),
                    shown.scale(each),
                    each.charm(),
                    each.channel(),
                    Integer.toString(each.revision()),
                    each.exposed() ? "yes" : "no",
                    cut(status.message()));
        }
        return table.print();
    }

    private static String version(String version) {
        String first = version.lines().findFirst().orElse("");
        return first.length() <= VERSION_WIDTH_MAX
                ? first
                : first.substring(0, VERSION_WIDTH_MAX - ELLIPSIS.length()) + ELLIPSIS;
    }

    private String units() {
        Columns table = new Columns();
        table.row("Unit", "Workload", "Agent", "Machine", "Public address", "Ports", "Message");
        for (Unit unit : shown.principals()) {
            table.row(unit(unit, unit.machine(), ""));
            for (Unit subordinate : shown.subordinates(unit)) {
                table.row(unit(subordinate, "", "  "));
            }
        }
        return table.print();
    }

    private String[] unit(Unit unit, String machine, String indent) {
        String message = unit.workload().message();
        if (unit.agent().current().equals("allocating") && message.isEmpty()) {
            message = unit.agent().message();
        }
        String doing = doing(unit.agent());
        return new String[] {
            indent + unit.name() + (unit.leader() ? "*" : ""),
            unit.workload().current(),
            unit.agent().current(),
            machine,
            unit.address(),
            String.join(",", unit.openPorts()),
            cut(doing.isEmpty() ? message : "(" + doing + ") " + message)
        };
    }

    /** The hook or action in the agent's message: output_tabular.go, agentDoing. */
    private static String doing(StatusInfo agent) {
        if (!agent.current().equals("executing")) {
            return "";
        }
        Matcher hook = HOOK.matcher(agent.message());
        if (hook.matches()) {
            Matcher relation = RELATION_HOOK.matcher(hook.group(1));
            return relation.matches() ? relation.group(1) : hook.group(1);
        }
        Matcher action = ACTION.matcher(agent.message());
        return action.matches() ? action.group(1) : "";
    }

    /** The tables of machines, alone with {@code juju machines}. */
    String machines() {
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
        for (Machine each : shown.machines()) {
            table.row(
                    each.name(),
                    each.agent().current(),
                    each.addresses().isEmpty() ? "" : each.addresses().getFirst(),
                    each.instanceId().isEmpty() ? "pending" : each.instanceId(),
                    base(each.base()),
                    each.zone(),
                    cut(each.instance().message()));
        }
        return stripped(table.print());
    }

    private String base(String base) {
        if (layout == Layout.V3_6) {
            return base;
        }
        return Bases.parse(base) instanceof Parsed.Good<OsRelease>(OsRelease release)
                ? Bases.seriesOf(release).orElse(base)
                : base;
    }

    private String relations() {
        Columns table = new Columns();
        table.row(
                layout == Layout.V2_9 ? "Relation provider" : "Integration provider",
                "Requirer",
                "Interface",
                "Type",
                "Message");
        List<Relation> sorted = new ArrayList<>(shown.relations());
        sorted.sort(Comparator.comparing(Relation::provider).thenComparing(Relation::requirer));
        for (Relation each : sorted) {
            String type = each.peer() ? "peer" : each.container() ? "subordinate" : "regular";
            table.row(each.provider(), each.requirer(), each.interfaceName(), type, "");
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
