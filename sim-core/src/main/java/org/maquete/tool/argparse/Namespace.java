package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The parsed values by dest, in the order in which the grammar names them.
 *
 * @param values the values; a dest that nobody set has its default
 */
public record Namespace(SequencedMap<String, Value> values) {

    /** Takes the map over: nobody else writes it from now on. */
    public Namespace {
        values = Collections.unmodifiableSequencedMap(values);
    }

    /** The value of a dest that the grammar has. */
    public Value get(String dest) {
        Value value = values.get(dest);
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected one of " + values.keySet() + ", found " + dest);
        }
        return value;
    }

    /** This namespace with another value of a dest. */
    public Namespace with(String dest, Value value) {
        LinkedHashMap<String, Value> changed = new LinkedHashMap<>(values);
        changed.put(dest, value);
        return new Namespace(changed);
    }

    /** Whether the grammar has this dest and its value is not None. */
    public boolean has(String dest) {
        return !values.getOrDefault(dest, Value.none()).equals(Value.none());
    }

    /** The value as text; empty when it is None. */
    public Optional<String> text(String dest) {
        Value value = get(dest);
        return value.equals(Value.none()) ? Optional.empty() : Optional.of(value.str());
    }

    /** Whether the value is Python's True. */
    public boolean flag(String dest) {
        return get(dest).equals(Value.flag(true));
    }

    /** The value as an integer that fits; empty when it is not an int. */
    public Optional<BigInteger> whole(String dest) {
        return get(dest) instanceof Value.Whole(BigInteger number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The values of a list; empty when it is None. */
    public List<Value> many(String dest) {
        return get(dest) instanceof Value.Many(List<Value> each) ? each : List.of();
    }

    /** The texts of a list; empty when it is None. */
    public List<String> texts(String dest) {
        return many(dest).stream().map(Value::str).toList();
    }

    /** The entries of a dict; empty when it is None. */
    public SequencedMap<String, Value> fields(String dest) {
        return get(dest) instanceof Value.Fields(SequencedMap<String, Value> each)
                ? each
                : Value.fields().fields();
    }
}
