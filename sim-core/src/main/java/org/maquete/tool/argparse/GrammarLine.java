package org.maquete.tool.argparse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        String[] parts = line.split("\t", -1);
        Map<String, String> fields = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String field = parts[i];
            if (field.length() < 2 || field.charAt(1) != '=') {
                throw new IllegalArgumentException("expected key=value, found " + field);
            }
            fields.put(field.substring(0, 1), field.substring(2));
        }
        Kind kind = Kind.of(fields.getOrDefault("k", "store"));
        String group = fields.getOrDefault("g", "0");
        Argument argument =
                named(parts[0], fields)
                        .with(kind.isAlone() ? Nargs.NONE : nargs(fields))
                        .with(domain(fields))
                        .with(presence(fields, group.replace("!", "")))
                        .with(look(fields))
                        .as(
                                new Argument.Action(
                                        kind,
                                        literal(fields, "o"),
                                        list(fields, "q"),
                                        list(fields, "p")));
        return new GrammarLine(argument, group.endsWith("!"));
    }

    private static Argument named(String name, Map<String, String> fields) {
        return name.startsWith(".")
                ? Argument.positional(name.substring(1))
                : Argument.option(name.split(",")).named(fields.getOrDefault("d", "help"));
    }

    private static Nargs nargs(Map<String, String> fields) {
        String word = fields.get("n");
        return word == null ? Nargs.ONE : Nargs.of(word);
    }

    private static Argument.Domain domain(Map<String, String> fields) {
        ValueType type = type(fields.getOrDefault("t", "text"));
        boolean isWhole = type.name() == ValueType.Name.INT;
        List<Value> choices =
                list(fields, "c").stream()
                        .map(c -> isWhole ? Value.whole(Long.parseLong(c)) : Value.text(c))
                        .toList();
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

    private static Argument.Presence presence(Map<String, String> fields, String group) {
        return new Argument.Presence(
                fields.containsKey("r"), literal(fields, "v"), Integer.parseInt(group));
    }

    private static Argument.Look look(Map<String, String> fields) {
        return new Argument.Look(Optional.ofNullable(fields.get("m")), fields.containsKey("h"));
    }

    private static List<String> list(Map<String, String> fields, String key) {
        String all = fields.getOrDefault(key, "");
        return all.isEmpty() ? List.of() : List.of(all.split(",", -1));
    }

    private static Value literal(Map<String, String> fields, String key) {
        String text = fields.get(key);
        if (text == null) {
            return Value.none();
        }
        return switch (PythonJson.loads(text)) {
            case PythonJson.Loaded.Document(Value value) -> value;
            case PythonJson.Loaded.Broken(String message) ->
                    throw new IllegalArgumentException(
                            "expected JSON, found " + text + ": " + message);
        };
    }
}
