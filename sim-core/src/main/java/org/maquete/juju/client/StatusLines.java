package org.maquete.juju.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.juju.JujuView;

/**
 * {@code juju status --format oneline}, also called short and line: a line for each unit, those
 * beside it indented. cmd/juju/status/output_oneline.go of juju 3.6.
 */
final class StatusLines {

    private StatusLines() {}

    static String print(StatusDocument document) {
        StringBuilder out = new StringBuilder();
        sorted(document.root().parts("applications"))
                .values()
                .forEach(application -> units(out, application.parts("units"), ""));
        return out.toString();
    }

    private static void units(StringBuilder out, Map<String, StatusPart> units, String indent) {
        sorted(units)
                .forEach((name, unit) -> {
                    out.append(indent).append("- ").append(name).append(": ");
                    out.append(unit.text("public-address")).append(" (agent:");
                    out.append(unit.part("juju-status").text("current")).append(", workload:");
                    out.append(unit.part("workload-status").text("current")).append(')');
                    List<String> ports = unit.texts("open-ports");
                    out.append(ports.isEmpty() ? "" : " " + StatusPorts.grouped(ports))
                            .append('\n');
                    units(out, unit.parts("subordinates"), indent + "  ");
                });
    }

    private static Map<String, StatusPart> sorted(Map<String, StatusPart> parts) {
        Map<String, StatusPart> sorted = new TreeMap<>(JujuView.NATURAL);
        sorted.putAll(parts);
        return sorted;
    }
}
