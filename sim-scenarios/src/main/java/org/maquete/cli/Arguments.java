package org.maquete.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.maquete.finding.Nearest;

/**
 * The words behind a command: options with {@code --name value} or {@code --name=value}, and all
 * others in order. {@code --} ends the options.
 */
final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final TreeMap<String, List<String>> values = new TreeMap<>();
    private final List<Given> given = new ArrayList<>();
    private final Problems problems;

    /** An option as it was typed; without a value for a flag. */
    record Given(String name, String value) {}

    private Arguments(Problems problems) {
        this.problems = problems;
    }

    /** Reads {@code args}; what is wrong with them goes to {@code problems}. */
    static Arguments of(List<String> args, List<Option> options, Problems problems) {
        Arguments arguments = new Arguments(problems);
        int i = 0;
        boolean ended = false;
        while (i < args.size()) {
            String arg = args.get(i++);
            if (ended || !arg.startsWith("-") || arg.equals("-")) {
                arguments.words.add(arg);
            } else if (arg.equals("--")) {
                ended = true;
            } else {
                i += arguments.option(arg, args.subList(i, args.size()), options);
            }
        }
        return arguments;
    }

    /** Takes an option; gives how many of the words behind it belong to it. */
    private int option(String arg, List<String> behind, List<Option> options) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        Optional<Option> known = options.stream().filter(o -> o.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            List<String> names = options.stream().map(Option::name).toList();
            problems.add(
                    name,
                    "an option of this command",
                    "none of that name",
                    Nearest.advice(name, names));
            return 0;
        }
        Option option = known.get();
        if (option.isFlag()) {
            if (equals >= 0) {
                problems.add(
                        name,
                        "no value",
                        "\"" + arg.substring(equals + 1) + "\"",
                        "Maybe leave it out.");
            }
            put(option, "");
            return 0;
        }
        if (equals >= 0) {
            put(option, arg.substring(equals + 1));
            return 0;
        }
        if (behind.isEmpty() || behind.getFirst().startsWith("--")) {
            problems.add(name, option.value() + " behind it", "nothing", "Maybe it was forgotten.");
            return 0;
        }
        put(option, behind.getFirst());
        return 1;
    }

    private void put(Option option, String value) {
        List<String> list = values.computeIfAbsent(option.name(), n -> new ArrayList<>());
        if (!list.isEmpty() && !option.repeated()) {
            problems.add(
                    option.name(), "this option once", "it twice", "Maybe leave one of them out.");
        }
        list.add(value);
        given.add(new Given(option.name(), value));
    }

    /** All options in the order in which they were typed. */
    List<Given> given() {
        return List.copyOf(given);
    }

    /** What is not an option, in order. */
    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values of an option, in order. */
    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    Optional<String> value(String name) {
        return all(name).stream().findFirst();
    }

    /** One of some words; the first of them when the option is not given. */
    String choice(String name, List<String> choices) {
        Optional<String> value = value(name);
        if (value.isPresent() && !choices.contains(value.get())) {
            String expected = "one of " + String.join(", ", choices);
            problems.add(
                    name,
                    expected,
                    "\"" + value.get() + "\"",
                    Nearest.advice(value.get(), choices));
            return choices.getFirst();
        }
        return value.orElse(choices.getFirst());
    }

    /** A whole number from 0. */
    OptionalLong number(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().matches("[0-9]{1,18}")) {
            String found = "\"" + value.get() + "\"";
            problems.add(name, "a whole number from 0", found, noNumber(value.get()));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(value.get()));
    }

    /** A whole number between two bounds; something else when the option is not given. */
    int count(String name, int low, int high, int otherwise) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        boolean isNumber = value.get().matches("[0-9]{1,9}");
        int number = isNumber ? Integer.parseInt(value.get()) : -1;
        if (number < low || number > high) {
            problems.add(
                    name,
                    "a whole number from " + low + " to " + high,
                    "\"" + value.get() + "\"",
                    noNumber(value.get()));
            return otherwise;
        }
        return number;
    }

    private static String noNumber(String text) {
        return text.matches("[0-9]+")
                ? "Maybe a digit is too many or too few."
                : "Maybe a letter or a sign is in it.";
    }

    /** A length of simulated time in nanoseconds. */
    OptionalLong duration(String name) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong parsed = Duration.parse(value.get());
        if (parsed.isEmpty()) {
            problems.add(
                    name,
                    "a time such as 90s, 30m, 2h, 1d or 1h30m, at most "
                            + Duration.DAY_COUNT_MAX
                            + "d",
                    "\"" + value.get() + "\"",
                    "Maybe the unit is missing.");
        }
        return parsed;
    }
}
