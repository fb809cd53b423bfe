package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields of one mapping of a bundle. What does not fit leaves its field empty, as in Go, and is
 * noted in the words of yaml.v2, which Juju keeps to itself.
 */
final class BundleFields {

    private static final List<String> TRUE = List.of("y", "yes", "true", "on");
    private static final List<String> FALSE = List.of("n", "no", "false", "off");

    private final Map<String, Node> fields;
    private final List<BundleProblem> notes;

    BundleFields(Node node, String type, List<String> known, List<BundleProblem> notes) {
        this.fields = Nodes.entries(node);
        this.notes = notes;
        if (!(node instanceof MappingNode) && !Nodes.isNil(node)) {
            misfit(node, "map");
        }
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                note(value, "field " + key + " not found in type " + type);
            }
        });
    }

    /** Where the fields stand that are there. */
    Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        fields.forEach((key, value) -> places.put(key, Nodes.place(value)));
        return places;
    }

    Node node(String name) {
        return fields.getOrDefault(name, Nodes.NOTHING);
    }

    String text(String name) {
        return textOf(node(name));
    }

    private String textOf(Node node) {
        if (!(node instanceof ScalarNode)) {
            misfit(node, "string");
        }
        return Nodes.text(node);
    }

    int whole(String name) {
        return optionalWhole(name).orElse(0);
    }

    OptionalInt optionalWhole(String name) {
        Node node = node(name);
        if (Nodes.isNil(node)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(Nodes.text(node).replace("_", "")));
        } catch (NumberFormatException _) {
            misfit(node, "int");
            return OptionalInt.empty();
        }
    }

    boolean truth(String name) {
        Node node = node(name);
        String word = Nodes.text(node).toLowerCase(java.util.Locale.ROOT);
        if (!Nodes.isNil(node) && !TRUE.contains(word) && !FALSE.contains(word)) {
            misfit(node, "bool");
        }
        return TRUE.contains(word);
    }

    List<Node> items(String name) {
        return itemsOf(node(name));
    }

    private List<Node> itemsOf(Node node) {
        if (!(node instanceof SequenceNode) && !Nodes.isNil(node)) {
            misfit(node, "list");
        }
        return Nodes.items(node);
    }

    List<String> texts(String name) {
        return textsOf(node(name));
    }

    /** The items of a list that are texts; Go leaves the others out. */
    List<String> textsOf(Node list) {
        List<String> texts = new ArrayList<>();
        for (Node item : itemsOf(list)) {
            if (item instanceof ScalarNode) {
                texts.add(Nodes.text(item));
            } else {
                misfit(item, "string");
            }
        }
        return texts;
    }

    Map<String, Node> map(String name) {
        Node node = node(name);
        if (!(node instanceof MappingNode) && !Nodes.isNil(node)) {
            misfit(node, "map");
        }
        return Nodes.entries(node);
    }

    Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((key, value) -> texts.put(key, textOf(value)));
        return texts;
    }

    void note(Node node, String message) {
        notes.add(new BundleProblem(Nodes.place(node), message));
    }

    private void misfit(Node node, String kind) {
        note(node, "cannot unmarshal " + Nodes.kind(node) + " into " + kind);
    }
}
