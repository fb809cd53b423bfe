package org.maquete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which package may import which: DESIGN 3.1. The rows below and above the subsystems stand here;
 * those between are the lines of {@code Lab}, in their order.
 */
final class Layers {

    private static final List<List<String>> BELOW =
            List.of(
                    List.of("world"),
                    List.of("kernel"),
                    List.of("runbook"),
                    List.of("tool", "finding", "observe"));

    private static final List<List<String>> ABOVE =
            List.of(List.of("operator", "preflight", "whatif", "reach", "report"), List.of("lab"));

    private static final Pattern LINE = Pattern.compile("\\bnew\\s+(\\w+Subsystem)\\s*\\(");

    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    private Layers(List<String> subsystems) {
        int rank = 0;
        for (List<String> row : BELOW) {
            rank = add(row, rank);
        }
        for (String subsystem : subsystems) {
            rank = ranks.containsKey(subsystem) ? rank : add(List.of(subsystem), rank);
        }
        for (List<String> row : ABOVE) {
            rank = add(row, rank);
        }
    }

    private int add(List<String> row, int rank) {
        row.forEach(name -> ranks.put(name, rank));
        return rank + 1;
    }

    /** The layers with the subsystems in the order of this source of {@code Lab}. */
    static Layers of(String lab) {
        return new Layers(subsystems(lab).stream().filter(name -> !stands(ABOVE, name)).toList());
    }

    private static boolean stands(List<List<String>> rows, String name) {
        return rows.stream().anyMatch(row -> row.contains(name));
    }

    /** The packages of the subsystems that {@code lab} makes, in order. */
    static List<String> subsystems(String lab) {
        Matcher matcher = LINE.matcher(JavaText.code(lab));
        return matcher.results().map(line -> packageOf(line.group(1), lab)).toList();
    }

    private static String packageOf(String type, String lab) {
        Matcher imported =
                Pattern.compile("import org\\.maquete\\.(\\w+)[\\w.]*\\." + type + ";")
                        .matcher(lab);
        return imported.find() ? imported.group(1) : "lab";
    }

    /** Whether {@code name} stands in the table. */
    boolean knows(String name) {
        return ranks.containsKey(name);
    }

    /** Why {@code from} may not import {@code to}; both are packages below {@code org.maquete}. */
    Optional<String> wrong(String from, String to) {
        Integer user = ranks.get(from);
        Integer used = ranks.get(to);
        if (from.equals(to) || user == null || (used == null && stands(ABOVE, from))) {
            return Optional.empty();
        }
        if (used == null) {
            return Optional.of(from + " imports " + to + ", which is in no line of Lab");
        }
        return used <= user
                ? Optional.empty()
                : Optional.of(from + " imports " + to + ", which stands above it");
    }
}
