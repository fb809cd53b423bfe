package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CPython's json module: {@code loads} with the words of its refusals, and {@code dumps}.
 *
 * <p>Both are recursive and refuse documents nested deeper than {@value #DEPTH_MAX}.
 */
public final class PythonJson {

    // 200, levels: GUESS, deeper documents are no command-line option
    private static final int DEPTH_MAX = 200;
    private static final Pattern NUMBER =
            Pattern.compile("(-?(?:0|[1-9]\\d*))(\\.\\d+)?([eE][-+]?\\d+)?");

    private final String text;
    private int at;
    private int depth;

    private PythonJson(String text) {
        this.text = text;
    }

    /** What {@code json.loads} gives, or how it refuses. */
    public sealed interface Loaded {

        /** The document. */
        record Document(Value value) implements Loaded {}

        /** The text of the JSONDecodeError. */
        record Broken(String message) implements Loaded {}
    }

    /** {@code json.loads(text)}. */
    public static Loaded loads(String text) {
        PythonJson reader = new PythonJson(text);
        try {
            reader.skipSpace();
            Value value = reader.value();
            reader.skipSpace();
            if (reader.at != text.length()) {
                throw reader.broken("Extra data", reader.at);
            }
            return new Loaded.Document(value);
        } catch (Broken broken) {
            return new Loaded.Broken(broken.text());
        }
    }

    /** Leaves the recursion; never leaves this class. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    private Broken broken(String what, int where) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < where; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Broken(
                what
                        + ": "
                        + String.format(
                                Locale.ROOT,
                                "line %d column %d (char %d)",
                                line,
                                where - lineStart + 1,
                                where));
    }

    private Value value() {
        if (at == text.length()) {
            throw broken("Expecting value", at);
        }
        if (++depth > DEPTH_MAX) {
            throw broken("Nested deeper than " + DEPTH_MAX + " levels", at);
        }
        Value value =
                switch (text.charAt(at)) {
                    case '"' -> Value.text(string());
                    case '{' -> object();
                    case '[' -> array();
                    default -> scalar();
                };
        depth--;
        return value;
    }

    private Value scalar() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            boolean whole = number.group(2) == null && number.group(3) == null;
            return whole
                    ? new Value.Whole(new BigInteger(number.group(1)))
                    : new Value.Real(Double.parseDouble(number.group()));
        }
        return word("null", Value.none(), "true", Value.flag(true), "false", Value.flag(false));
    }

    private Value word(Object... wordsAndValues) {
        for (int i = 0; i < wordsAndValues.length; i += 2) {
            String word = (String) wordsAndValues[i];
            if (text.startsWith(word, at)) {
                at += word.length();
                return (Value) wordsAndValues[i + 1];
            }
        }
        throw broken("Expecting value", at);
    }

    private Value object() {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (looksAt('}')) {
            at++;
            return new Value.Fields(fields);
        }
        while (true) {
            if (!looksAt('"')) {
                throw broken("Expecting property name enclosed in double quotes", at);
            }
            String key = string();
            skipSpace();
            expect(':', "Expecting ':' delimiter");
            skipSpace();
            fields.put(key, value());
            skipSpace();
            if (looksAt('}')) {
                at++;
                return new Value.Fields(fields);
            }
            expect(',', "Expecting ',' delimiter");
            skipSpace();
        }
    }

    private Value array() {
        List<Value> values = new ArrayList<>();
        at++;
        skipSpace();
        if (looksAt(']')) {
            at++;
            return new Value.Many(values);
        }
        while (true) {
            values.add(value());
            skipSpace();
            if (looksAt(']')) {
                at++;
                return new Value.Many(values);
            }
            expect(',', "Expecting ',' delimiter");
            skipSpace();
        }
    }

    private String string() {
        int start = at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw broken("Unterminated string starting at", start);
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw broken("Invalid control character at", at - 1);
            }
            out.append(c == '\\' ? escape(start) : c);
        }
    }

    private char escape(int start) {
        if (at >= text.length()) {
            throw broken("Unterminated string starting at", start);
        }
        char c = text.charAt(at++);
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u') {
            throw broken("Invalid \\escape", at - 2);
        }
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw broken("Invalid \\uXXXX escape", at - 1);
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private boolean looksAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c, String otherwise) {
        if (!looksAt(c)) {
            throw broken(otherwise, at);
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** {@code json.dumps(value)}, with {@code indent=} when it is above zero. */
    public static String dumps(Value value, int indent) {
        StringBuilder out = new StringBuilder();
        dump(out, value, indent, "\n");
        return out.toString();
    }

    private static void dump(StringBuilder out, Value value, int indent, String newline) {
        switch (value) {
            case Value.None _ -> out.append("null");
            case Value.Flag(boolean set) -> out.append(set);
            case Value.Whole(BigInteger number) -> out.append(number);
            case Value.Real(double number) -> out.append(real(number));
            case Value.Text(String text) -> quote(out, text);
            case Value.Many(List<Value> values) -> {
                Frame frame = new Frame(out, indent, newline, "[", "]");
                values.forEach(each -> frame.item(inner -> "", each));
                frame.close();
            }
            case Value.Fields(Map<String, Value> fields) -> {
                Frame frame = new Frame(out, indent, newline, "{", "}");
                fields.forEach((key, each) -> frame.item(_ -> quoted(key) + ": ", each));
                frame.close();
            }
        }
    }

    /** An array or object being written. */
    private static final class Frame {
        private final StringBuilder out;
        private final int indent;
        private final String outer;
        private final String close;
        private boolean empty = true;

        Frame(StringBuilder out, int indent, String newline, String open, String close) {
            this.out = out;
            this.indent = indent;
            this.outer = newline;
            this.close = close;
            out.append(open);
        }

        void item(UnaryOperator<String> head, Value value) {
            String inner = outer + " ".repeat(Math.max(indent, 0));
            String separator = indent > 0 ? "," : ", ";
            out.append(empty ? "" : separator).append(indent > 0 ? inner : "");
            out.append(head.apply(""));
            dump(out, value, indent, inner);
            empty = false;
        }

        void close() {
            out.append(empty || indent == 0 ? "" : outer).append(close);
        }
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        return PythonText.repr(number);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        quote(out, text);
        return out.toString();
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = "\"\\\b\f\n\r\t".indexOf(c);
            if (plain >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(plain));
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
