package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Lays overlays over a base bundle: juju/charm overlay.go. The merging is done on the YAML, because
 * a key that is there with nothing behind it means something else than a key that is not there.
 *
 * <p>Series, machines and relations of the bundle: replaced, replaced, appended. An application or
 * SAAS without a body is removed with its relations; a new one is added; of one that is there, each
 * field that the overlay has replaces the base's, but maps are merged key by key and an empty map
 * clears. A {@code default-base} in an overlay has no effect, as in Juju.
 */
final class Overlays {

    private static final List<String> MAPS =
            List.of(
                    "resources",
                    "exposed-endpoints",
                    "options",
                    "annotations",
                    "storage",
                    "devices",
                    "bindings",
                    "offers");

    // where an empty value removes the key: those that hold no plain texts
    private static final List<String> REMOVABLE =
            List.of("resources", "exposed-endpoints", "options", "offers");

    private Overlays() {}

    /** The base with one overlay over it. */
    static Node apply(Node base, Node overlay) {
        Map<String, Node> merged = Nodes.entries(base);
        Map<String, Node> over = Nodes.entries(overlay);
        for (String section : List.of("applications", "saas")) {
            Node bodies = over.getOrDefault(section, Nodes.NOTHING);
            if (!Nodes.isEmpty(bodies)) {
                bodies(merged, section, bodies);
            }
        }
        if (!Nodes.text(over.getOrDefault("series", Nodes.NOTHING)).isEmpty()) {
            merged.put("series", over.get("series"));
        }
        List<Node> more = Nodes.items(over.getOrDefault("relations", Nodes.NOTHING));
        if (!more.isEmpty()) {
            List<Node> all =
                    new ArrayList<>(Nodes.items(merged.getOrDefault("relations", Nodes.NOTHING)));
            all.addAll(more);
            merged.put("relations", Nodes.list(all, more.getFirst()));
        }
        Node machines = over.getOrDefault("machines", Nodes.NOTHING);
        if (!Nodes.isNil(machines)) {
            merged.put("machines", machines);
        }
        return Nodes.mapping(merged, base);
    }

    private static void bodies(Map<String, Node> merged, String section, Node bodies) {
        Node old = merged.getOrDefault(section, Nodes.NOTHING);
        Map<String, Node> entries = Nodes.entries(old);
        Nodes.entries(bodies)
                .forEach((name, body) -> {
                    if (Nodes.isNil(body)) {
                        entries.remove(name);
                        merged.computeIfPresent("relations", (_, list) -> without(list, name));
                    } else if (entries.get(name) instanceof MappingNode there) {
                        entries.put(name, fields(there, body));
                    } else {
                        entries.put(name, body);
                    }
                });
        merged.put(section, Nodes.mapping(entries, Nodes.isNil(old) ? bodies : old));
    }

    private static Node fields(Node base, Node overlay) {
        Map<String, Node> merged = Nodes.entries(base);
        Nodes.entries(overlay)
                .forEach((name, value) -> {
                    Node old = merged.getOrDefault(name, Nodes.NOTHING);
                    boolean keyByKey = MAPS.contains(name) && !Nodes.isEmpty(value);
                    merged.put(name, keyByKey ? map(name, old, value) : value);
                });
        return Nodes.mapping(merged, base);
    }

    private static Node map(String field, Node base, Node overlay) {
        Map<String, Node> merged = new LinkedHashMap<>(Nodes.entries(base));
        Nodes.entries(overlay)
                .forEach((key, value) -> {
                    if (Nodes.isEmpty(value) && REMOVABLE.contains(field)) {
                        merged.remove(key);
                    } else {
                        merged.put(key, value);
                    }
                });
        return Nodes.mapping(merged, overlay);
    }

    private static Node without(Node relations, String name) {
        List<Node> left = new ArrayList<>();
        for (Node relation : Nodes.items(relations)) {
            List<Node> sides = Nodes.items(relation);
            boolean gone = sides.size() == 2 && sides.stream().anyMatch(s -> names(s, name));
            if (!gone) {
                left.add(relation);
            }
        }
        return Nodes.list(left, relations);
    }

    private static boolean names(Node side, String name) {
        String text = side instanceof ScalarNode scalar ? scalar.getValue() : "";
        return text.equals(name) || text.startsWith(name + ":");
    }

    /** The fields that a base bundle may not have, in Juju's words. */
    static List<BundleProblem> misplaced(Node base) {
        List<BundleProblem> wrong = new ArrayList<>();
        Nodes.entries(Nodes.entries(base).getOrDefault("applications", Nodes.NOTHING))
                .forEach((name, body) -> {
                    Map<String, Node> fields = Nodes.entries(body);
                    String path = "applications." + name + ".";
                    misplaced(
                            path + "exposed-endpoints",
                            fields.getOrDefault("exposed-endpoints", Nodes.NOTHING),
                            List.of("expose-to-spaces", "expose-to-cidrs"),
                            wrong);
                    misplaced(
                            path + "offers",
                            fields.getOrDefault("offers", Nodes.NOTHING),
                            List.of("endpoints", "acl"),
                            wrong);
                });
        return wrong;
    }

    private static void misplaced(
            String path, Node node, List<String> inner, List<BundleProblem> wrong) {
        if (Nodes.isNil(node)) {
            return;
        }
        wrong.add(overlayOnly(path, node));
        Nodes.entries(node)
                .forEach((key, body) -> {
                    Map<String, Node> fields = Nodes.entries(body);
                    for (String field : inner) {
                        Node value = fields.getOrDefault(field, Nodes.NOTHING);
                        if (!Nodes.isNil(value)) {
                            wrong.add(overlayOnly(path + "." + key + "." + field, value));
                        }
                    }
                });
    }

    private static BundleProblem overlayOnly(String path, Node node) {
        return new BundleProblem(
                Nodes.place(node), path + " can only appear in an overlay section");
    }
}
