package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.maquete.juju.JujuView;

/** {@code juju status --format summary}: cmd/juju/status/output_summary.go of juju 3.6. */
final class StatusSummary {

    // 3, ports a line: output_summary.go, FormatSummary
    private static final int PORTS_PER_LINE = 3;

    private final StatusDocument document;
    private final List<Net> nets = new ArrayList<>();
    private final TreeSet<String> ports = new TreeSet<>();
    private final TreeMap<String, Integer> unitStates = new TreeMap<>(JujuView.NATURAL);
    private int unitCount;

    /** A network of an address by its class, as Go prints it: the address with the bits. */
    private record Net(String address, int bits) {

        @Override
        public String toString() {
            return bits == 0 ? "<nil>" : address + "/" + bits;
        }
    }

    private StatusSummary(StatusDocument document) {
        this.document = document;
    }

    static String print(StatusDocument document) {
        return new StatusSummary(document).print();
    }

    private String print() {
        TreeMap<String, Integer> machineStates = machineStates();
        TreeMap<String, StatusPart> applications = new TreeMap<>(JujuView.NATURAL);
        applications.putAll(document.root().parts("applications"));
        applications.values().forEach(each -> track(each.parts("units")));
        StringBuilder first = new StringBuilder();
        first.append("Running on subnets:\t").append(joined(nets)).append("\t\n");
        first.append(" Utilizing ports:\t").append(portCells()).append("\t\n");
        StringBuilder rest = new StringBuilder();
        rest.append("# Machines:\t(").append(machineCount()).append(")\t\n");
        states(rest, machineStates);
        rest.append(" \t\n# Units:\t(").append(unitCount).append(")\t\n");
        states(rest, unitStates);
        rest.append(" \t\n# Applications:\t(").append(applications.size()).append(")\t\n");
        applications.forEach((name, each) ->
                rest.append(name)
                        .append(
                                each.flag("exposed")
                                        ? "\t1/1\texposed\t\n"
                                        : "\t0/1\texposed\t\n"));
        Map<String, StatusPart> remotes = document.root().parts("application-endpoints");
        rest.append(" \t\n# Remote:\t(").append(remotes.size()).append(")\t\n");
        remotes.forEach((name, each) ->
                rest.append(name).append("\t\t").append(each.text("url")).append("\t\n"));
        return TabText.layOut(first.toString(), false) + TabText.layOut(rest.toString(), true);
    }

    private int machineCount() {
        return document.root().parts("machines").size();
    }

    private TreeMap<String, Integer> machineStates() {
        TreeMap<String, Integer> states = new TreeMap<>(JujuView.NATURAL);
        TreeMap<String, StatusPart> machines = new TreeMap<>(JujuView.NATURAL);
        machines.putAll(document.root().parts("machines"));
        for (StatusPart machine : machines.values()) {
            track(machine.text("dns-name"));
            StatusPart modified = machine.part("modification-status");
            boolean isWrong = modified.text("current").equals("error");
            String state = (isWrong ? modified : machine.part("juju-status")).text("current");
            states.merge(state.isEmpty() ? "pending" : state, 1, Integer::sum);
        }
        return states;
    }

    private void track(Map<String, StatusPart> units) {
        TreeMap<String, StatusPart> inOrder = new TreeMap<>(JujuView.NATURAL);
        inOrder.putAll(units);
        for (StatusPart unit : inOrder.values()) {
            track(unit.text("public-address"));
            ports.addAll(unit.texts("open-ports"));
            unitCount++;
            unitStates.merge(unit.part("workload-status").text("current"), 1, Integer::sum);
            track(unit.parts("subordinates"));
        }
    }

    /** A network that holds the address is noted once; no address is a network of its own. */
    private void track(String address) {
        String[] parts = address.split("\\.", -1);
        int first = parts.length == 4 && parts[0].matches("[0-9]{1,3}") ? number(parts[0]) : -1;
        // net.IP.DefaultMask of Go: classes A, B and C
        int bits = first < 0 || first >= 224 ? 0 : first < 128 ? 8 : first < 192 ? 16 : 24;
        for (Net net : nets) {
            if (net.bits() == bits && prefix(net.address(), bits).equals(prefix(address, bits))) {
                return;
            }
        }
        nets.add(new Net(address, bits));
    }

    private static int number(String part) {
        return Integer.parseInt(part);
    }

    private static String prefix(String address, int bits) {
        String[] parts = address.split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(bits / 8, parts.length)));
    }

    private static String joined(List<Net> nets) {
        List<String> texts = new ArrayList<>();
        nets.forEach(net -> texts.add(net.toString()));
        return String.join(", ", texts);
    }

    /**
     * The ports, three a line. The real program cuts its own lines at the commas again and groups
     * what it gets, line ends included, so that the lines come before their first ports.
     */
    private String portCells() {
        List<String> cells = new ArrayList<>();
        int count = 0;
        for (String port : ports) {
            boolean isNext = count > 0 && count % PORTS_PER_LINE == 0;
            cells.add((isNext ? "\n\t" : "") + port);
            count++;
        }
        return StatusPorts.grouped(cells);
    }

    private static void states(StringBuilder out, Map<String, Integer> states) {
        states.forEach(
                (state, count) -> out.append(state).append(":\t ").append(count).append(" \t\n"));
    }
}
