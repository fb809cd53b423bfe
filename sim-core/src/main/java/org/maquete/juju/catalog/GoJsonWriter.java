package org.maquete.juju.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of maps, lists, texts, numbers and booleans as Go's encoding/json marshals it: on one
 * line, with {@code <}, {@code >} and {@code &} escaped. Maps keep their order, as structs do.
 */
public final class GoJsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private GoJsonWriter() {}

    /** The text without a newline at its end. */
    public static String write(Object tree) {
        GoJsonWriter writer = new GoJsonWriter();
        writer.value(tree);
        return writer.out.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case String text -> text(text);
            default -> out.append(value);
        }
    }

    private void map(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            text(String.valueOf(entry.getKey()));
            out.append(':');
            value(entry.getValue());
            before = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        char before = '[';
        for (Object item : list) {
            out.append(before);
            value(item);
            before = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    // escapes: Go 1.23, encoding/json/encode.go, appendString with escapeHTML
    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '<', '>', '&', '\u2028', '\u2029' -> code(c);
            default -> {
                if (c < ' ') {
                    code(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void code(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
