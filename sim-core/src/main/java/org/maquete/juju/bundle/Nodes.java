package org.maquete.juju.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maquete.kernel.Place;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML nodes as gopkg.in/yaml.v2 sees them: merge keys, later keys over earlier ones, nothing. */
final class Nodes {

    static final Node NOTHING = new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);

    private static final List<String> NIL = List.of("", "~", "null", "Null", "NULL");

    private Nodes() {}

    /** Whether Go reads nothing: {@code key:}, {@code key: ~}, {@code key: null}. */
    static boolean isNil(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NIL.contains(scalar.getValue());
    }

    /** Whether Go's value of it is the zero of a collection. */
    static boolean isEmpty(Node node) {
        return isNil(node) || (node instanceof MappingNode map && map.getValue().isEmpty());
    }

    /** The entries of a mapping in order, merge keys carried out; none of anything else. */
    static Map<String, Node> entries(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = text(tuple.getKeyNode());
                if (key.equals("<<")) {
                    merged.addAll(mergedIn(tuple.getValueNode()));
                } else {
                    entries.put(key, tuple.getValueNode());
                }
            }
        }
        merged.forEach(from -> entries(from).forEach(entries::putIfAbsent));
        return entries;
    }

    private static List<Node> mergedIn(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** The text of a scalar, empty for nothing and for collections. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar && !isNil(node) ? scalar.getValue() : "";
    }

    static Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(mark.getName(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place("", 0, 0));
    }

    /** A mapping of these entries, standing where {@code at} stands. */
    static Node mapping(Map<String, Node> entries, Node at) {
        List<NodeTuple> tuples = new ArrayList<>();
        entries.forEach((key, value) -> tuples.add(new NodeTuple(quoted(key, value), value)));
        return new MappingNode(
                Tag.MAP, true, tuples, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    static Node list(List<Node> items, Node at) {
        return new SequenceNode(
                Tag.SEQ, true, items, FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
    }

    /** A text, standing where {@code at} stands. */
    static Node quoted(String text, Node at) {
        return new ScalarNode(
                Tag.STR, true, text, ScalarStyle.DOUBLE_QUOTED, at.getStartMark(), at.getEndMark());
    }

    /** What yaml.v2 calls a node when it does not fit: {@code !!str `abc`}, {@code !!seq}. */
    static String kind(Node node) {
        return switch (node) {
            case MappingNode _ -> "!!map";
            case SequenceNode _ -> "!!seq";
            case ScalarNode scalar -> "!!str `" + scalar.getValue() + "`";
            default -> "!!" + node.getNodeType();
        };
    }
}
