package org.maquete.juju.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What gopkg.in/yaml.v2 makes of a YAML node. It reads the scalars of YAML 1.1: {@code yes} is a
 * boolean, {@code 0x10} and {@code 017} are numbers, {@code ~} is nothing. Juju refuses an option
 * of type string whose value is then no string, which is why this matters.
 */
final class GoYaml {

    private static final List<String> TRUE =
            List.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final List<String> FALSE =
            List.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final List<String> NIL = List.of("", "~", "null", "Null", "NULL");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    // 1000, nodes: ours; a message that prints more would not be read
    private static final int NODES_MAX = 1000;

    private GoYaml() {}

    /** A value as Go holds it. */
    sealed interface Value {
        record Nil() implements Value {}

        record Scalar(OptionValue value) implements Value {}

        /** A list or a mapping, which no option takes; {@code syntax} is its %#v. */
        record Collection(String syntax) implements Value {}
    }

    static Value resolve(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        StringBuilder out = new StringBuilder();
        print(out, node, new int[] {NODES_MAX});
        return new Value.Collection(out.toString());
    }

    private static Value scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return new Value.Scalar(new OptionValue.Text(text));
        }
        if (NIL.contains(text)) {
            return new Value.Nil();
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return new Value.Scalar(new OptionValue.Truth(TRUE.contains(text)));
        }
        return new Value.Scalar(number(text));
    }

    /** Whether the text, written without quotes, is read as a text. */
    static boolean isText(String text) {
        return !NIL.contains(text)
                && !TRUE.contains(text)
                && !FALSE.contains(text)
                && number(text) instanceof OptionValue.Text;
    }

    private static OptionValue number(String text) {
        switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> {
                return new OptionValue.Fraction(Double.POSITIVE_INFINITY);
            }
            case "-.inf", "-.Inf", "-.INF" -> {
                return new OptionValue.Fraction(Double.NEGATIVE_INFINITY);
            }
            case ".nan", ".NaN", ".NAN" -> {
                return new OptionValue.Fraction(Double.NaN);
            }
            default -> {
                // numbers start with a digit, a sign or a point, and may hold underscores
            }
        }
        if ("0123456789+-.".indexOf(text.charAt(0)) < 0) {
            return new OptionValue.Text(text);
        }
        String plain = text.replace("_", "");
        return GoNumbers.wholeOfAnyRadix(plain)
                .<OptionValue>map(OptionValue.Whole::new)
                .orElseGet(() ->
                        FLOAT.matcher(plain).matches()
                                ? new OptionValue.Fraction(Double.parseDouble(plain))
                                : new OptionValue.Text(text));
    }

    /** Prints %#v, at most so many nodes: aliases may nest without end. */
    private static void print(StringBuilder out, Node node, int[] nodesLeft) {
        if (nodesLeft[0]-- <= 0) {
            out.append("...");
            return;
        }
        switch (node) {
            case ScalarNode scalar -> out.append(print(scalar(scalar)));
            case SequenceNode list -> printList(out, list, nodesLeft);
            case MappingNode mapping -> printMapping(out, mapping, nodesLeft);
            default -> out.append("...");
        }
    }

    private static void printList(StringBuilder out, SequenceNode list, int[] nodesLeft) {
        String separator = "[]interface {}{";
        for (Node item : list.getValue()) {
            out.append(separator);
            print(out, item, nodesLeft);
            separator = ", ";
        }
        out.append(list.getValue().isEmpty() ? "[]interface {}{}" : "}");
    }

    private static void printMapping(StringBuilder out, MappingNode mapping, int[] nodesLeft) {
        String separator = "map[interface {}]interface {}{";
        for (NodeTuple tuple : mapping.getValue()) {
            out.append(separator);
            print(out, tuple.getKeyNode(), nodesLeft);
            out.append(':');
            print(out, tuple.getValueNode(), nodesLeft);
            separator = ", ";
        }
        out.append(mapping.getValue().isEmpty() ? "map[interface {}]interface {}{}" : "}");
    }

    static String print(Value value) {
        return switch (value) {
            case Value.Nil() -> "interface {}(nil)";
            case Value.Scalar(OptionValue scalar) -> GoSyntax.value(scalar);
            case Value.Collection(String syntax) -> syntax;
        };
    }
}
