package org.maquete.lxd.client;

import java.util.List;
import java.util.Map;

/**
 * Maps, lists, texts, numbers and booleans as Go's encoding/json and gopkg.in/yaml.v2 write them,
 * as far as the documents of containers have them: texts without control characters, and quotes in
 * YAML only where a text would read back as something else.
 */
final class GoTree {

    private GoTree() {}

    /** One line without its end. */
    static String json(Object tree) {
        StringBuilder text = new StringBuilder();
        json(tree, text);
        return text.toString();
    }

    private static void json(Object tree, StringBuilder text) {
        switch (tree) {
            case Map<?, ?> map -> {
                String comma = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    text.append(comma).append('"').append(entry.getKey()).append("\":");
                    json(entry.getValue(), text);
                    comma = ",";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String comma = "[";
                for (Object item : list) {
                    text.append(comma);
                    json(item, text);
                    comma = ",";
                }
                text.append(list.isEmpty() ? "[]" : "]");
            }
            case String word -> text.append('"').append(word).append('"');
            default -> text.append(tree);
        }
    }

    /** Lines, each ended. */
    static String yaml(Object tree) {
        StringBuilder text = new StringBuilder();
        if (tree instanceof List<?> list && list.isEmpty()) {
            return "[]\n";
        }
        yaml(tree, "", text);
        return text.toString();
    }

    private static void yaml(Object tree, String indent, StringBuilder text) {
        if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(indent).append(entry.getKey()).append(':');
                below(entry.getValue(), indent, text);
            }
        } else if (tree instanceof List<?> list) {
            for (Object item : list) {
                text.append(indent).append("- ");
                if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                    int at = text.length();
                    yaml(map, indent + "  ", text);
                    text.delete(at, at + indent.length() + 2);
                } else {
                    text.append(leaf(item)).append('\n');
                }
            }
        }
    }

    private static void below(Object value, String indent, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                text.append('\n');
                yaml(map, indent + "  ", text);
            }
            case List<?> list when !list.isEmpty() -> {
                text.append('\n');
                yaml(list, indent, text);
            }
            default -> text.append(' ').append(leaf(value)).append('\n');
        }
    }

    private static String leaf(Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "{}";
            case List<?> _ -> "[]";
            case String word -> isPlain(word) ? word : "\"" + word + "\"";
            default -> value.toString();
        };
    }

    private static boolean isPlain(String word) {
        boolean isOther =
                word.isEmpty()
                        || word.equals("true")
                        || word.equals("false")
                        || word.indexOf('T') == 10
                        || word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
        return !isOther || word.chars().filter(c -> c == '.').count() > 1;
    }
}
