package org.maquete.tool.argparse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** Turns the words of an argument into its value and checks the choices. */
final class Conversion {

    private Conversion() {}

    /** The value of an argument for these words, as argparse's {@code _get_values} does. */
    static Value values(Argument argument, List<String> given) {
        List<String> words = new ArrayList<>(given);
        words.remove("--");
        Value preset = argument.presence().preset();
        return switch (argument.nargs().shape()) {
            case ONE ->
                    words.isEmpty()
                            ? Value.many() // the value was the mark -- itself, as in --name=--
                            : checked(argument, value(argument, words.getFirst()));
            case OPTIONAL -> {
                if (!words.isEmpty()) {
                    yield checked(argument, value(argument, words.getFirst()));
                }
                Value absent = argument.isOption() ? argument.action().constant() : preset;
                yield absent instanceof Value.Text(String text)
                        ? checked(argument, value(argument, text))
                        : absent;
            }
            case ANY -> {
                if (words.isEmpty() && !argument.isOption()) {
                    Value absent = preset.equals(Value.none()) ? Value.many() : preset;
                    yield checked(argument, absent);
                }
                yield all(argument, words);
            }
            case SOME, EXACTLY -> all(argument, words);
        };
    }

    private static Value all(Argument argument, List<String> words) {
        List<Value> values = words.stream().map(word -> value(argument, word)).toList();
        values.forEach(value -> checked(argument, value));
        return new Value.Many(values);
    }

    private static Value checked(Argument argument, Value value) {
        List<Value> choices = argument.domain().choices();
        if (choices.isEmpty() || choices.contains(value)) {
            return value;
        }
        StringJoiner from = new StringJoiner(", ");
        choices.forEach(choice -> from.add(choice.repr()));
        throw Stop.of(argument, "invalid choice: " + value.repr() + " (choose from " + from + ")");
    }

    /** One word through the argument's type. */
    static Value value(Argument argument, String word) {
        ValueType type = argument.domain().type();
        return switch (type.name()) {
            case TEXT -> Value.text(word);
            case LOWER -> Value.text(word.toLowerCase(Locale.ROOT));
            case UPPER -> Value.text(word.toUpperCase(Locale.ROOT));
            case INT -> new Value.Whole(whole(argument, word));
            case FLOAT ->
                    new Value.Real(
                            PythonText.real(word).orElseThrow(() -> invalid(argument, word)));
            case PERCENT -> percent(argument, whole(argument, word));
            case IPVX -> ipvx(word);
            case PAIRS -> pairs(argument, word);
        };
    }

    private static BigInteger whole(Argument argument, String word) {
        return PythonText.whole(word).orElseThrow(() -> invalid(argument, word));
    }

    private static Stop invalid(Argument argument, String word) {
        String type = argument.domain().type().pythonName();
        return Stop.of(argument, "invalid " + type + " value: " + PythonText.repr(word));
    }

    private static Value percent(Argument argument, BigInteger number) {
        boolean inside = number.signum() > 0 && number.compareTo(BigInteger.valueOf(100)) <= 0;
        if (!inside) {
            throw Stop.of(argument, "Must be between 0 and 100");
        }
        return new Value.Whole(number);
    }

    private static Value ipvx(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ipv4" -> Value.text("IPv4");
            case "ipv6" -> Value.text("IPv6");
            default -> Value.text(word);
        };
    }

    /** neutronclient's str2dict: a piece without {@code =} belongs to the value before it. */
    private static Value pairs(Argument argument, String word) {
        List<String> pieces = new ArrayList<>();
        for (String piece : word.isEmpty() ? new String[0] : word.split(",", -1)) {
            if (piece.contains("=")) {
                pieces.add(piece);
            } else if (pieces.isEmpty()) {
                throw Stop.of(argument, "missing value for key '" + piece + "'");
            } else {
                pieces.add(pieces.removeLast() + "," + piece);
            }
        }
        Value.Fields fields = Value.fields();
        for (String piece : pieces) {
            int equal = piece.indexOf('=');
            fields = fields.with(piece.substring(0, equal), Value.text(piece.substring(equal + 1)));
        }
        List<String> allowed = argument.domain().type().keys();
        List<String> bad =
                fields.fields().keySet().stream()
                        .filter(k -> !allowed.contains(k))
                        .sorted()
                        .toList();
        if (!bad.isEmpty() && !allowed.isEmpty()) {
            throw Stop.of(
                    argument,
                    "Invalid key(s) '%s' specified. Valid key(s): '%s'."
                            .formatted(String.join(", ", bad), String.join(", ", allowed)));
        }
        return fields;
    }

    /** Whether Python would hold both in one object, so that a given value counts as none given. */
    static boolean isSame(Value value, Value preset) {
        return value.equals(preset)
                && switch (value) {
                    case Value.None _, Value.Flag _ -> true;
                    case Value.Whole(BigInteger number) -> isSmall(number);
                    case Value.Text(String text) ->
                            text.isEmpty() || (text.length() == 1 && text.charAt(0) < 256);
                    case Value.Real _, Value.Many _, Value.Fields _ -> false;
                };
    }

    // -5 to 256: the integers CPython 3.11 keeps one object of
    // (Include/internal/pycore_global_objects.h)
    private static boolean isSmall(BigInteger number) {
        return number.compareTo(BigInteger.valueOf(-5)) >= 0
                && number.compareTo(BigInteger.valueOf(256)) <= 0;
    }

    /** Python's {@code int(text)} inside an action: its ValueError leaves the parser. */
    static BigInteger wholeOf(Value value) {
        Optional<BigInteger> number =
                value instanceof Value.Whole(BigInteger whole)
                        ? Optional.of(whole)
                        : PythonText.whole(value.str());
        return number.orElseThrow(
                () -> Stop.action("invalid literal for int() with base 10: " + value.repr()));
    }
}
