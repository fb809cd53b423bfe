package org.maquete.juju.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tree of maps, lists, texts, numbers and booleans as gopkg.in/yaml.v2 marshals it: two blanks
 * for each level, lists as deep as the key above them, texts plain where they read back as the same
 * text, else in quotes, folded at a blank beyond column 80, those of several lines as literal
 * blocks. Maps keep their order, as structs do.
 *
 * <p>Reference: go-yaml v2.4.0, encode.go (stringv), emitterc.go (yaml_emitter_analyze_scalar,
 * yaml_emitter_select_scalar_style and the writers).
 */
public final class GoYamlWriter {

    // 80 and 2, columns: go-yaml v2.4.0, emitterc.go, yaml_emitter_emit_stream_start
    private static final int WIDTH = 80;
    private static final int INDENT = 2;

    /** Built when the first text is written that could be a time; most runs write none. */
    private static final class Times {
        // resolve.go, allowedTimestampFormats: a zone only behind T or t
        static final Pattern TIME =
                Pattern.compile(
                        "\\d{4}-\\d{1,2}-\\d{1,2}([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?"
                                + "(Z|[-+]\\d\\d:\\d\\d)| \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?)?");
        // encode.go, base60float
        static final Pattern BASE_60 =
                Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    }

    private final StringBuilder out = new StringBuilder();
    private int column;

    private GoYamlWriter() {}

    /** The text, which ends in a newline. */
    public static String write(Object tree) {
        GoYamlWriter writer = new GoYamlWriter();
        switch (tree) {
            case Map<?, ?> map when !map.isEmpty() -> writer.map(map, 0, false);
            case List<?> list when !list.isEmpty() -> writer.list(list, 0, false);
            default -> writer.leaf(tree, 0);
        }
        return writer.out.toString();
    }

    private void map(Map<?, ?> map, int indent, boolean isBehindDash) {
        boolean isFirst = isBehindDash;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            put(" ".repeat(isFirst ? 0 : indent));
            isFirst = false;
            scalar(String.valueOf(entry.getKey()), indent, true);
            put(":");
            switch (entry.getValue()) {
                case Map<?, ?> inner when !inner.isEmpty() -> {
                    newline();
                    map(inner, indent + INDENT, false);
                }
                case List<?> inner when !inner.isEmpty() -> {
                    newline();
                    list(inner, indent, false);
                }
                case null -> leaf(null, indent);
                case Object other -> leaf(other, indent);
            }
        }
    }

    private void list(List<?> list, int indent, boolean isBehindDash) {
        boolean isFirst = isBehindDash;
        for (Object item : list) {
            put(" ".repeat(isFirst ? 0 : indent));
            put("-");
            isFirst = false;
            switch (item) {
                case Map<?, ?> inner when !inner.isEmpty() -> {
                    put(" ");
                    map(inner, indent + INDENT, true);
                }
                case List<?> inner when !inner.isEmpty() -> {
                    put(" ");
                    list(inner, indent + INDENT, true);
                }
                case null -> leaf(null, indent);
                case Object other -> leaf(other, indent);
            }
        }
    }

    /** A value without parts, behind a key or a dash or alone, with the newline after it. */
    private void leaf(@Nullable Object value, int indent) {
        put(column == 0 ? "" : " ");
        switch (value) {
            case null -> put("null");
            case Map<?, ?> _ -> put("{}");
            case List<?> _ -> put("[]");
            case String text -> scalar(text, indent, false);
            default -> put(value.toString());
        }
        newline();
    }

    private void scalar(String text, int indent, boolean isKey) {
        boolean hasLines = text.indexOf('\n') >= 0;
        if (hasLines && !isKey && isBlock(text)) {
            literal(text, indent + INDENT);
        } else if (hasLines || !isPrintable(text) || !readsAsText(text)) {
            doubleQuoted(text, indent + INDENT, isKey);
        } else if (isPlain(text)) {
            folded(text, indent + INDENT, isKey, false);
        } else {
            put("'");
            folded(text, indent + INDENT, isKey, true);
            put("'");
        }
    }

    /** Whether the plain text is no number, boolean, nothing or time. */
    private static boolean readsAsText(String text) {
        if (text.isEmpty() || !GoYaml.isText(text) || text.equals("<<")) {
            return false;
        }
        char first = text.charAt(0);
        boolean isDigit = first >= '0' && first <= '9';
        if (!isDigit && first != '+' && first != '-') {
            return true;
        }
        return !Times.TIME.matcher(text).matches() && !Times.BASE_60.matcher(text).matches();
    }

    private static boolean isBlock(String text) {
        return !text.endsWith(" ") && !text.contains(" \n") && isPrintable(text);
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0 && c != 0x85)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        int last = text.length() - 1;
        if (text.charAt(0) == ' '
                || text.charAt(last) == ' '
                || text.startsWith("---")
                || text.startsWith("...")
                || "#,[]{}&*!|>'\"%@`".indexOf(text.charAt(0)) >= 0
                || ("-?:".indexOf(text.charAt(0)) >= 0 && isBlank(text, 1))) {
            return false;
        }
        for (int i = 1; i <= last; i++) {
            char c = text.charAt(i);
            if ((c == ':' && isBlank(text, i + 1)) || (c == '#' && isBlank(text, i - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a blank or the end. */
    private static boolean isBlank(String text, int at) {
        return at >= text.length() || " \t".indexOf(text.charAt(at)) >= 0;
    }

    private void literal(String text, int indent) {
        boolean endsLine = text.endsWith("\n");
        String body = endsLine ? text.substring(0, text.length() - 1) : text;
        put("|");
        put(text.startsWith(" ") || text.startsWith("\n") ? Integer.toString(INDENT) : "");
        put(!endsLine ? "-" : body.isEmpty() || body.endsWith("\n") ? "+" : "");
        for (String line : body.split("\n", -1)) {
            newline();
            put(line.isEmpty() ? "" : " ".repeat(indent) + line);
        }
    }

    /** Plain, or between single quotes: the same but for the quotes inside. */
    private void folded(String text, int indent, boolean isKey, boolean isQuoted) {
        boolean isAfterBlank = false;
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean isInside = !isQuoted || (i > 0 && i < last);
            boolean isAlone = !isAfterBlank && i < last && text.charAt(i + 1) != ' ';
            if (c == ' ' && !isKey && isAlone && isInside && column > WIDTH) {
                fold(indent);
            } else {
                put(c == '\'' && isQuoted ? "''" : String.valueOf(c));
            }
            isAfterBlank = c == ' ';
        }
    }

    private void doubleQuoted(String text, int indent, boolean isKey) {
        put("\"");
        boolean isAfterBlank = false;
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            boolean isInside = i > 0 && i < last;
            if (c == ' ' && !isKey && !isAfterBlank && isInside && column > WIDTH) {
                fold(indent);
                put(text.charAt(i + 1) == ' ' ? "\\" : "");
            } else {
                put(escaped(c));
            }
            isAfterBlank = c == ' ';
        }
        put("\"");
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 11 -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 27 -> "\\e";
            default -> {
                boolean isSpecial = c < ' ' || (c >= 0x7f && c < 0xa0);
                yield isSpecial
                        ? "\\x" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16)
                        : String.valueOf(c);
            }
        };
    }

    private void fold(int indent) {
        newline();
        put(" ".repeat(indent));
    }

    private void put(String text) {
        out.append(text);
        column += text.codePointCount(0, text.length());
    }

    private void newline() {
        out.append('\n');
        column = 0;
    }
}
