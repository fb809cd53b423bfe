package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A Python value as argparse puts it into a namespace. */
public sealed interface Value {

    /** Python's {@code None}. */
    record None() implements Value {}

    /** A Python bool. */
    record Flag(boolean set) implements Value {}

    /** A Python int, of any size. */
    record Whole(BigInteger number) implements Value {}

    /** A Python float. */
    record Real(double number) implements Value {}

    /** A Python str. */
    record Text(String text) implements Value {}

    /** A Python list or tuple. */
    record Many(List<Value> values) implements Value {

        public Many {
            values = List.copyOf(values);
        }

        /** This list with one more value at the end. */
        public Many with(Value value) {
            List<Value> longer = new ArrayList<>(values);
            longer.add(value);
            return new Many(longer);
        }
    }

    /** A Python dict with text keys, in the order of insertion. */
    record Fields(SequencedMap<String, Value> fields) implements Value {

        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        /** This dict after {@code dict[key] = value}. */
        public Fields with(String key, Value value) {
            LinkedHashMap<String, Value> longer = new LinkedHashMap<>(fields);
            longer.put(key, value);
            return new Fields(longer);
        }
    }

    /** None. */
    static Value none() {
        return new None();
    }

    /** A str. */
    static Value text(String text) {
        return new Text(text);
    }

    /** An int. */
    static Value whole(long number) {
        return new Whole(BigInteger.valueOf(number));
    }

    /** A bool. */
    static Value flag(boolean set) {
        return new Flag(set);
    }

    /** An empty list. */
    static Many many() {
        return new Many(List.of());
    }

    /** An empty dict. */
    static Fields fields() {
        return new Fields(new LinkedHashMap<>());
    }

    /** What Python's {@code str()} makes of it. */
    default String str() {
        return this instanceof Text(String text) ? text : repr();
    }

    /** What Python's {@code repr()} makes of it. */
    default String repr() {
        return PythonText.repr(this);
    }
}
