package org.maquete.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.maquete.finding.Nearest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of one mapping. Every getter notes a problem when the value does not fit and then gives
 * a harmless one, so that reading goes on and finds the other problems too.
 */
final class Fields {

    private final Node node;
    private final String what;
    private final Problems problems;
    private final TreeMap<String, NodeTuple> tuples = new TreeMap<>();

    /**
     * @param what the thing described, for messages: {@code machine}
     * @param keys all keys that are known there; others are problems
     */
    Fields(Node node, String what, List<String> keys, Problems problems) {
        this.node = node;
        this.what = what;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problems.at(
                    node,
                    "a mapping that describes the " + what,
                    Problems.found(node),
                    "Maybe the indentation is wrong.");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, keys);
        }
    }

    private void add(NodeTuple tuple, List<String> keys) {
        Node key = tuple.getKeyNode();
        String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!keys.isEmpty() && !keys.contains(name)) {
            problems.at(
                    key, "a key of the " + what, Problems.found(key), Nearest.advice(name, keys));
        } else if (tuples.putIfAbsent(name, tuple) != null) {
            problems.at(
                    key,
                    "each key of the " + what + " once",
                    Problems.quoted(name) + " twice",
                    "Maybe one of them belongs to another " + what + ".");
        }
    }

    /** The names of the keys in alphabetical order. */
    List<String> names() {
        return List.copyOf(tuples.navigableKeySet());
    }

    /** Where this mapping begins. */
    Node node() {
        return node;
    }

    /** Where a key stands that is there. */
    Node key(String key) {
        return Objects.requireNonNull(tuples.get(key)).getKeyNode();
    }

    /** The plain value of a key; empty when it is not there or no plain value. */
    String scalar(String key) {
        return value(key)
                .map(value -> value instanceof ScalarNode scalar ? scalar.getValue() : "")
                .orElse("");
    }

    /** The value of a key, if it is there. */
    Optional<Node> value(String key) {
        return Optional.ofNullable(tuples.get(key)).map(NodeTuple::getValueNode);
    }

    /** The value of a key that must be there. */
    Optional<Node> required(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty() && node instanceof MappingNode) {
            problems.at(
                    node,
                    "the key \"" + key + "\" in the " + what,
                    "none",
                    "Maybe it was forgotten, or its indentation puts it elsewhere.");
        }
        return value;
    }

    /** A text that must be there and not be empty. */
    String text(String key) {
        return required(key).map(value -> text(value, "a text for " + key)).orElse("");
    }

    /** A text, or something else when the key is not there. */
    String text(String key, String otherwise) {
        return value(key).map(value -> text(value, "a text for " + key)).orElse(otherwise);
    }

    /** A text that {@code parse} understands; {@code form} says what it should look like. */
    <T> Optional<T> parsed(
            Optional<Node> value, String form, String advice, Function<String, Optional<T>> parse) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> parsed =
                value.get() instanceof ScalarNode scalar
                        ? parse.apply(scalar.getValue())
                        : Optional.empty();
        if (parsed.isEmpty()) {
            problems.at(value.get(), form, Problems.found(value.get()), advice);
        }
        return parsed;
    }

    /** A whole number that must be there, between two bounds. */
    int whole(String key, int low, int high) {
        return (int) whole(required(key), key, low, high, low);
    }

    /** A whole number between two bounds, or something else when the key is not there. */
    long whole(String key, long low, long high, long otherwise) {
        return whole(value(key), key, low, high, otherwise);
    }

    private long whole(Optional<Node> value, String key, long low, long high, long otherwise) {
        String form = "a whole number from " + low + " to " + high + " for " + key;
        String advice = "Maybe a unit, a quote or a fraction is in the way.";
        return parsed(value, form, advice, text -> between(text, low, high)).orElse(otherwise);
    }

    private static Optional<Long> between(String text, long low, long high) {
        boolean digits = text.matches("-?[0-9]{1,18}");
        Optional<Long> number = digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
        return number.filter(n -> low <= n && n <= high);
    }

    /** A truth value, or something else when the key is not there. */
    boolean flag(String key, boolean otherwise) {
        return parsed(
                        value(key),
                        "true or false for " + key,
                        "Maybe it is quoted, or written yes or no.",
                        text ->
                                text.equals("true") || text.equals("false")
                                        ? Optional.of(text.equals("true"))
                                        : Optional.empty())
                .orElse(otherwise);
    }

    /** The entries of a list; none when the key is not there. */
    List<Node> list(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return List.copyOf(sequence.getValue());
        }
        problems.at(
                value.get(),
                "a list for " + key,
                Problems.found(value.get()),
                "Maybe put it between [ and ].");
        return List.of();
    }

    /** The texts of a list; none when the key is not there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node entry : list(key)) {
            texts.add(text(entry, "a text in " + key));
        }
        return texts;
    }

    private String text(Node value, String form) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problems.at(value, form, Problems.found(value), "Maybe it was left empty.");
        return "";
    }
}
