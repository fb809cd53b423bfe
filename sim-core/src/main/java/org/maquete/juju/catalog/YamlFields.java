package org.maquete.juju.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Takes a YAML text apart and collects what is wrong with it. Reading goes on after a problem, with
 * a value of the right kind, so that one pass finds all of them.
 */
final class YamlFields {

    private static final Node NOTHING = new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);

    private final String file;
    private final List<CharmProblem> problems = new ArrayList<>();

    YamlFields(String file) {
        this.file = file;
    }

    List<CharmProblem> problems() {
        return problems;
    }

    /** The first document of a text; an empty one when there is none or it cannot be parsed. */
    Node document(String text) {
        try {
            for (Node node : compose(file).composeAllFromString(text)) {
                return node;
            }
        } catch (YamlEngineException trouble) {
            problems.add(new CharmProblem(placeOf(file, trouble), "YAML", brief(trouble)));
        }
        return NOTHING;
    }

    static Compose compose(String file) {
        return new Compose(LoadSettings.builder().setLabel(file).build());
    }

    static Place placeOf(String file, YamlEngineException trouble) {
        return trouble instanceof MarkedYamlEngineException marked
                ? placeOf(file, marked.getProblemMark())
                : new Place(file, 0, 0);
    }

    static Place placeOf(String file, Node node) {
        return placeOf(file, node.getStartMark());
    }

    private static Place placeOf(String file, Optional<Mark> mark) {
        return mark.map(at -> new Place(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(file, 0, 0));
    }

    static String brief(YamlEngineException trouble) {
        return trouble instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : String.valueOf(trouble.getMessage());
    }

    /** The fields of a mapping; those outside of {@code known} are problems. */
    Map<String, Node> fields(Node node, List<String> known) {
        Map<String, Node> fields = entries(node);
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                wrong(field.getValue(), "one of " + known, "key " + field.getKey());
            }
        }
        return fields;
    }

    /** The entries of a mapping in their order; a key that is there twice is a problem. */
    Map<String, Node> entries(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (NOTHING.equals(node)) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrong(node, "a mapping", kind(node));
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                wrong(tuple.getKeyNode(), "each key once", "key " + key + " again");
            }
        }
        return entries;
    }

    List<Node> items(Node node) {
        if (NOTHING.equals(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(node, "a list", kind(node));
        return List.of();
    }

    List<String> texts(Node node) {
        return items(node).stream().map(this::text).toList();
    }

    String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        wrong(node, "a text", kind(node));
        return "";
    }

    int whole(Node node, int otherwise) {
        if (NOTHING.equals(node)) {
            return otherwise;
        }
        String text = text(node);
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException _) {
            // reported below, like a negative number
        }
        wrong(node, "a whole number from 0", text);
        return otherwise;
    }

    boolean truth(Node node) {
        String text = text(node);
        if (!text.equals("true") && !text.equals("false")) {
            wrong(node, "true or false", text);
        }
        return text.equals("true");
    }

    /** The field, or nothing at all, which every method here takes as absent. */
    Node optional(Map<String, Node> fields, String name) {
        return fields.getOrDefault(name, NOTHING);
    }

    /** The field; that it is absent is a problem of {@code owner}. */
    Node required(Node owner, Map<String, Node> fields, String name) {
        if (!fields.containsKey(name)) {
            wrong(owner, "key " + name, "keys " + fields.keySet());
        }
        return optional(fields, name);
    }

    void wrong(Node node, String expected, String found) {
        problems.add(new CharmProblem(placeOf(file, node), expected, found));
    }

    static boolean isAbsent(Node node) {
        return NOTHING.equals(node);
    }

    static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            default -> "a " + node.getNodeType();
        };
    }
}
