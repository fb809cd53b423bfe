package org.maquete.world;

import java.util.List;

/** Prints fields as {@code name=value}, separated by blanks; texts with blanks are quoted. */
public final class TextSink implements Sink {

    private final StringBuilder out = new StringBuilder();

    /** The fields of {@code row} on one line. */
    public static String line(Row row) {
        TextSink sink = new TextSink();
        row.encode(sink);
        return sink.toString();
    }

    @Override
    public Sink text(String name, String value) {
        return put(name, quoted(value));
    }

    @Override
    public Sink number(String name, long value) {
        return put(name, Long.toString(value));
    }

    @Override
    public Sink real(String name, double value) {
        return put(name, Double.toString(value));
    }

    @Override
    public Sink flag(String name, boolean value) {
        return put(name, Boolean.toString(value));
    }

    @Override
    public Sink texts(String name, List<String> values) {
        return put(name, values.stream().map(TextSink::quoted).toList().toString());
    }

    @Override
    public Sink ints(String name, Ints values) {
        return put(name, values.toString());
    }

    private Sink put(String name, String value) {
        if (!out.isEmpty()) {
            out.append(' ');
        }
        out.append(name).append('=').append(value);
        return this;
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty();
        for (int i = 0; plain && i < value.length(); i++) {
            char c = value.charAt(i);
            plain = c > ' ' && c != '"' && c != '=';
        }
        return plain ? value : '"' + escaped(value) + '"';
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
