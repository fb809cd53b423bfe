package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An argument as one line of text: the option strings (or a dot and the dest), then fields {@code
 * key=value}, all separated by tabs.
 *
 * <p>Keys: k kind, d dest, n nargs, t type, c choices, r required, o constant, v default (both in
 * JSON), m metavar, q and p required and optional keys of a value, g exclusive group (with an
 * exclamation mark when one of it is required), h hidden.
 *
 * @param argument the argument
 * @param groupRequired whether one of its exclusive group is required
 */
public record GrammarLine(Argument argument, boolean groupRequired) {

    /** Reads one line; refuses what is not of this form. */
    public static GrammarLine read(String line) {
        @Nullable String[] fields = new String['z' - 'a' + 1];
        int end = next(line, 0);
        String name = line.substring(0, end);
        while (end < line.length()) {
            int start = end + 1;
            end = next(line, start);
            if (end - start < 2 || line.charAt(start + 1) != '=' || !isKey(line.charAt(start))) {
                throw new IllegalArgumentException(
                        "expected key=value, found " + line.substring(start, end));
            }
            fields[line.charAt(start) - 'a'] = line.substring(start + 2, end);
        }
        return new GrammarLine(argument(name, fields), of(fields, 'g', "").endsWith("!"));
    }

    private static int next(String line, int from) {
        int tab = line.indexOf('\t', from);
        return tab < 0 ? line.length() : tab;
    }

    private static boolean isKey(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static String of(@Nullable String[] fields, char key, String otherwise) {
        String value = fields[key - 'a'];
        return value == null ? otherwise : value;
    }

    private static boolean has(@Nullable String[] fields, char key) {
        return fields[key - 'a'] != null;
    }

    private static Argument argument(String name, @Nullable String[] fields) {
        boolean positional = name.startsWith(".");
        Kind kind = Kind.of(of(fields, 'k', "store"));
        Argument.Action action =
                new Argument.Action(
                        kind, literal(fields, 'o'), list(fields, 'q'), list(fields, 'p'));
        return new Argument(
                positional ? List.of() : List.of(name.split(",")),
                positional ? name.substring(1) : of(fields, 'd', "help"),
                action,
                kind.isAlone() ? Nargs.NONE : nargs(fields),
                domain(fields),
                presence(fields),
                look(fields));
    }

    private static Nargs nargs(@Nullable String[] fields) {
        return has(fields, 'n') ? Nargs.of(of(fields, 'n', "")) : Nargs.ONE;
    }

    private static Argument.Domain domain(@Nullable String[] fields) {
        if (!has(fields, 't') && !has(fields, 'c')) {
            return Argument.Domain.TEXT;
        }
        ValueType type = type(of(fields, 't', "text"));
        boolean isWhole = type.name() == ValueType.Name.INT;
        List<Value> choices = new ArrayList<>();
        for (String choice : list(fields, 'c')) {
            choices.add(isWhole ? Value.whole(Long.parseLong(choice)) : Value.text(choice));
        }
        return new Argument.Domain(type, choices);
    }

    private static ValueType type(String word) {
        return switch (word) {
            case "text" -> ValueType.TEXT;
            case "int" -> ValueType.INT;
            case "float" -> new ValueType(ValueType.Name.FLOAT, List.of());
            case "percent" -> new ValueType(ValueType.Name.PERCENT, List.of());
            case "lower" -> new ValueType(ValueType.Name.LOWER, List.of());
            case "upper" -> new ValueType(ValueType.Name.UPPER, List.of());
            case "ipvx" -> new ValueType(ValueType.Name.IPVX, List.of());
            default -> {
                if (!word.startsWith("pairs:")) {
                    throw new IllegalArgumentException("expected a type, found " + word);
                }
                yield new ValueType(ValueType.Name.PAIRS, List.of(word.substring(6).split(",")));
            }
        };
    }

    private static Argument.Presence presence(@Nullable String[] fields) {
        String group = of(fields, 'g', "0");
        int digits = group.endsWith("!") ? group.length() - 1 : group.length();
        return new Argument.Presence(
                has(fields, 'r'),
                literal(fields, 'v'),
                Integer.parseInt(group.substring(0, digits)));
    }

    private static Argument.Look look(@Nullable String[] fields) {
        return has(fields, 'm') || has(fields, 'h')
                ? new Argument.Look(Optional.ofNullable(fields['m' - 'a']), has(fields, 'h'))
                : Argument.Look.PLAIN;
    }

    private static List<String> list(@Nullable String[] fields, char key) {
        String all = of(fields, key, "");
        return all.isEmpty() ? List.of() : List.of(all.split(",", -1));
    }

    /**
     * Most literals are texts without escapes or flags; for the others the JSON reader is asked.
     */
    private static Value literal(@Nullable String[] fields, char key) {
        String text = of(fields, key, "null");
        int last = text.length() - 1;
        if (last > 0
                && text.charAt(0) == '"'
                && text.indexOf('"', 1) == last
                && text.indexOf('\\') < 0) {
            return Value.text(text.substring(1, last));
        }
        return switch (text) {
            case "null" -> Value.none();
            case "true" -> Value.flag(true);
            case "false" -> Value.flag(false);
            default -> json(text);
        };
    }

    private static Value json(String text) {
        return switch (PythonJson.loads(text)) {
            case PythonJson.Loaded.Document(Value value) -> value;
            case PythonJson.Loaded.Broken(String message) ->
                    throw new IllegalArgumentException(
                            "expected JSON, found " + text + ": " + message);
        };
    }
}
