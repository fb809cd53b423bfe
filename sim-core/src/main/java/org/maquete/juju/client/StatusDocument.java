package org.maquete.juju.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maquete.juju.catalog.GoJsonWriter;
import org.maquete.juju.catalog.GoYamlWriter;

/**
 * What {@code juju status} is about to print, or has printed: the formattedStatus of
 * cmd/juju/status/formatted.go. It is made of rows by {@link StatusFormatter} or of JSON by {@link
 * StatusJson}; every format is printed from it.
 *
 * @param relations for the tables; JSON and YAML have them in the applications
 */
record StatusDocument(StatusPart root, List<RelationLine> relations) {

    StatusDocument {
        relations = List.copyOf(relations);
    }

    /**
     * A line of the last table.
     *
     * @param type {@code regular}, {@code peer} or {@code subordinate}
     * @param status {@code joining}, {@code joined}, {@code suspended}
     */
    record RelationLine(
            String provider, String requirer, String interfaceName, String type, String status) {}

    StatusPart model() {
        return root.part("model");
    }

    /** One line, with its newline. */
    String json(boolean isIso) {
        return GoJsonWriter.write(ordered(root, StatusShape.STATUS, isIso)) + "\n";
    }

    String yaml(boolean isIso) {
        return GoYamlWriter.write(ordered(root, StatusShape.STATUS, isIso));
    }

    /**
     * What {@code juju machines} prints: formattedMachineStatus.
     *
     * @param ids machines, not containers, to show; all when there are none
     */
    Map<String, Object> machines(List<String> ids, boolean isIso) {
        Map<String, Object> shown = new TreeMap<>();
        root.parts("machines")
                .forEach((name, machine) -> {
                    if (ids.isEmpty() || ids.contains(name)) {
                        shown.put(name, ordered(machine, StatusShape.MACHINE, isIso));
                    }
                });
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", model().text("name"));
        tree.put("machines", shown);
        return tree;
    }

    /** The part as maps in the order of its struct; the keys of maps are sorted, as Go does. */
    private static Map<String, Object> ordered(StatusPart part, StatusShape shape, boolean isIso) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (StatusShape.Key key : shape.keys()) {
            Object value = part.values().get(key.name());
            if (value != null) {
                boolean isTree = key.kind() == StatusShape.Kind.TREE;
                tree.put(key.name(), isTree ? value : plain(value, key.shape(), isIso));
            }
        }
        return tree;
    }

    private static Object plain(Object value, @Nullable StatusShape shape, boolean isIso) {
        return switch (value) {
            case StatusPart part when shape != null -> ordered(part, shape, isIso);
            case StatusPart.Moment(long timeNs) ->
                    isIso ? JujuTime.iso(timeNs) : JujuTime.usual(timeNs);
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((k, v) -> sorted.put(String.valueOf(k), plain(v, shape, isIso)));
                yield sorted;
            }
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(plain(item, shape, isIso)));
                yield items;
            }
            default -> value;
        };
    }
}
