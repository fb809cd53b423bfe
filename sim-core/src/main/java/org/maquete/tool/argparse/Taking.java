package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/** The plain actions: how a value enters the namespace. The client's own are in ClientActions. */
final class Taking {

    private Taking() {}

    /** Takes the action of an argument on the values so far. */
    static void take(
            Argument argument, SequencedMap<String, Value> values, Value value, String option) {
        if (!argument.action().kind().isAlone() && value.equals(Value.many())) {
            checkNoText(argument);
        }
        String dest = argument.dest();
        Value before = values.getOrDefault(dest, Value.none());
        Value after =
                switch (argument.action().kind()) {
                    case STORE -> value;
                    case TRUE -> Value.flag(true);
                    case FALSE -> Value.flag(false);
                    case CONST -> argument.action().constant();
                    case APPEND -> list(before).with(value);
                    case COUNT -> count(before);
                    case HELP -> throw Stop.asked(Stop.Blame.HELP);
                    case VERSION -> throw Stop.asked(Stop.Blame.VERSION);
                    case COMMA_LIST -> commaList(value.str());
                    case NON_NEGATIVE -> nonNegative(value, option);
                    case RANGE -> range(argument, value.str());
                    case KEY_VALUE,
                            KEY_VALUES,
                            MULTI_KEY_VALUE,
                            MULTI_KEY_VALUE_COMMA,
                            BLOCK_DEVICE,
                            BLOCK_DEVICE_MAPPING,
                            NIC,
                            JSON_KEY_VALUE ->
                            ClientActions.after(argument, before, value.str(), option);
                };
        values.put(dest, after);
    }

    /** What Python says when {@code --name=--} gives an action a list where it wants text. */
    private static void checkNoText(Argument argument) {
        switch (argument.action().kind()) {
            case KEY_VALUE, KEY_VALUES -> {
                throw Stop.action("Expected 'key=value' type, but got: []");
            }
            case MULTI_KEY_VALUE, MULTI_KEY_VALUE_COMMA, COMMA_LIST, RANGE -> {
                throw Stop.action("'list' object has no attribute 'split'");
            }
            case BLOCK_DEVICE_MAPPING -> {
                throw Stop.action("'list' object has no attribute 'partition'");
            }
            case BLOCK_DEVICE -> {
                throw Stop.action(
                        "stat: path should be string, bytes, os.PathLike or integer, not list");
            }
            case JSON_KEY_VALUE -> {
                throw Stop.action("the JSON object must be str, bytes or bytearray, not list");
            }
            case NON_NEGATIVE -> {
                throw Stop.action(
                        "int() argument must be a string, a bytes-like object or a real number,"
                                + " not 'list'");
            }
            case NIC -> {
                boolean hasKey = !argument.action().keys().isEmpty();
                throw Stop.action(
                        hasKey
                                ? "sequence item 1: expected str instance, list found"
                                : "'list' object has no attribute 'split'");
            }
            case STORE, APPEND, TRUE, FALSE, CONST, COUNT, HELP, VERSION -> {}
        }
    }

    /** The list so far; None counts as empty. */
    static Value.Many list(Value before) {
        return before instanceof Value.Many many ? many : Value.many();
    }

    private static Value count(Value before) {
        BigInteger number =
                before instanceof Value.Whole(BigInteger whole) ? whole : BigInteger.ZERO;
        return new Value.Whole(number.add(BigInteger.ONE));
    }

    private static Value commaList(String text) {
        return new Value.Many(List.of(text.split(",", -1)).stream().map(Value::text).toList());
    }

    private static Value nonNegative(Value value, String option) {
        if (Conversion.wholeOf(value).signum() < 0) {
            throw Stop.action(option + " expected a non-negative integer");
        }
        return value;
    }

    private static Value range(Argument argument, String text) {
        String[] ends = text.split(":", -1);
        if (ends.length > 2) {
            throw Stop.of(argument, "Invalid range, too many values");
        }
        BigInteger low = Conversion.wholeOf(Value.text(ends[0]));
        BigInteger high = Conversion.wholeOf(Value.text(ends[ends.length - 1]));
        if (low.compareTo(high) > 0) {
            throw Stop.of(argument, "Invalid range, " + ends[0] + " is not less than " + ends[1]);
        }
        return new Value.Many(List.of(new Value.Whole(low), new Value.Whole(high)));
    }
}
