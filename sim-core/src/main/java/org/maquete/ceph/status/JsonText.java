package org.maquete.ceph.status;

import java.util.ArrayDeque;
import java.util.Deque;
import org.maquete.ceph.crush.StreamNumber;

/**
 * JSON as Ceph's own formatter writes it: on one line without blanks, or with four blanks a level.
 * Numbers of double precision have up to 17 digits.
 */
final class JsonText {

    private static final int DIGIT_COUNT = 17; // <17>: Ceph 16.2, its JSON, seen

    private final StringBuilder text = new StringBuilder();
    private final boolean isPretty;
    private final Deque<Character> ends = new ArrayDeque<>();
    private boolean isFirst = true;

    JsonText(boolean isPretty) {
        this.isPretty = isPretty;
    }

    /** Begins an object in a list, or the document. */
    JsonText object() {
        return open('{', '}');
    }

    JsonText object(String name) {
        key(name);
        return openHere('{', '}');
    }

    /** Begins a list in a list, or the document. */
    JsonText list() {
        return open('[', ']');
    }

    JsonText list(String name) {
        key(name);
        return openHere('[', ']');
    }

    private JsonText open(char begin, char end) {
        item();
        return openHere(begin, end);
    }

    private JsonText openHere(char begin, char end) {
        text.append(begin);
        ends.push(end);
        isFirst = true;
        return this;
    }

    /** Ends the object or list that was begun last. */
    JsonText end() {
        char end = ends.pop();
        if (!isFirst) {
            line();
        }
        text.append(end);
        isFirst = false;
        return this;
    }

    JsonText put(String name, String value) {
        key(name);
        quoted(value);
        return this;
    }

    JsonText put(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        key(name);
        text.append(value);
        return this;
    }

    JsonText put(String name, double value) {
        key(name);
        text.append(StreamNumber.of(value, DIGIT_COUNT));
        return this;
    }

    JsonText add(String value) {
        item();
        quoted(value);
        return this;
    }

    JsonText add(long value) {
        item();
        text.append(value);
        return this;
    }

    /** The document, without an end of line. */
    String text() {
        if (!ends.isEmpty()) {
            throw new IllegalStateException("expected all ended, found " + ends + " open");
        }
        return text.toString();
    }

    private void key(String name) {
        item();
        quoted(name);
        text.append(isPretty ? ": " : ":");
    }

    private void item() {
        if (!ends.isEmpty()) {
            text.append(isFirst ? "" : ",");
            line();
        }
        isFirst = false;
    }

    private void line() {
        if (isPretty) {
            text.append('\n').repeat("    ", ends.size());
        }
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
        text.append('"');
    }

    /** A document on one line, laid out with four blanks a level. */
    static String pretty(String compact) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean isQuoted = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            boolean isFirst =
                    i > 0 && (compact.charAt(i - 1) == '{' || compact.charAt(i - 1) == '[');
            if (isFirst && !isQuoted && c != '}' && c != ']') {
                text.append('\n').repeat("    ", depth);
            }
            if (isQuoted || c == '"') {
                text.append(c);
                isQuoted = c == '"' ? !isQuoted : isQuoted;
                continue;
            }
            if (c == '}' || c == ']') {
                depth--;
                text.append(isFirst ? "" : "\n" + "    ".repeat(depth)).append(c);
                continue;
            }
            text.append(c);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == ',') {
                text.append('\n').repeat("    ", depth);
            } else if (c == ':') {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
