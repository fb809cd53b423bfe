package org.maquete.world;

import java.util.ArrayList;
import java.util.List;

/** Collects fields as pairs of name and text: for comparing two rows and for generic tables. */
public final class FieldSink implements Sink {

    /** One field as text. */
    public record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    /** The fields of {@code row} in order. */
    public static List<Field> of(Row row) {
        FieldSink sink = new FieldSink();
        row.encode(sink);
        return List.copyOf(sink.fields);
    }

    @Override
    public Sink text(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    @Override
    public Sink number(String name, long value) {
        return text(name, Long.toString(value));
    }

    @Override
    public Sink real(String name, double value) {
        return text(name, Double.toString(value));
    }

    @Override
    public Sink flag(String name, boolean value) {
        return text(name, Boolean.toString(value));
    }

    @Override
    public Sink texts(String name, List<String> values) {
        return text(name, String.join(", ", values));
    }

    @Override
    public Sink ints(String name, Ints values) {
        return text(name, values.toString());
    }
}
