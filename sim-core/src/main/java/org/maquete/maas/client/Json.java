package org.maquete.maas.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.maquete.tool.argparse.Value;

/** A JSON object under construction, its keys in order. */
final class Json {

    private final SequencedMap<String, Value> fields = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    Json text(String name, String value) {
        return put(name, Value.text(value));
    }

    /** A text, or null for the empty one. */
    Json optional(String name, String value) {
        return put(name, value.isEmpty() ? Value.none() : Value.text(value));
    }

    Json number(String name, long value) {
        return put(name, Value.whole(value));
    }

    Json flag(String name, boolean value) {
        return put(name, Value.flag(value));
    }

    Json none(String... names) {
        for (String name : names) {
            put(name, Value.none());
        }
        return this;
    }

    /** Empty lists. */
    Json empty(String... names) {
        for (String name : names) {
            put(name, Value.many());
        }
        return this;
    }

    Json texts(String name, List<String> values) {
        return put(name, new Value.Many(values.stream().map(Value::text).toList()));
    }

    Json list(String name, List<Value> values) {
        return put(name, new Value.Many(new ArrayList<>(values)));
    }

    Json put(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    Value.Fields value() {
        return new Value.Fields(fields);
    }
}
