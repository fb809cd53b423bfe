package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The usage block that argparse prints before a refusal, made from the grammar alone.
 *
 * <p>Reference: CPython 3.11, Lib/argparse.py, {@code HelpFormatter._format_usage}.
 */
public final class Usage {

    // 78, columns: argparse keeps 2 free of the 80 of a terminal of unknown width
    private static final int WIDTH = 78;
    private static final String PREFIX = "usage: ";
    private static final Pattern PART =
            Pattern.compile("\\(.*?\\)+(?=\\s|$)|\\[.*?\\]+(?=\\s|$)|\\S+");

    private Usage() {}

    /** The block, with its last newline. */
    public static String of(Grammar grammar) {
        List<Argument> options = grammar.arguments().stream().filter(Argument::isOption).toList();
        List<Argument> positionals = grammar.positionals();
        List<Argument> all = new ArrayList<>(options);
        all.addAll(positionals);
        String line = join(grammar.prog(), words(grammar, all));
        if (PREFIX.length() + line.length() <= WIDTH) {
            return PREFIX + line + "\n";
        }
        return PREFIX
                + wrapped(
                        grammar.prog(),
                        parts(words(grammar, options)),
                        parts(words(grammar, positionals)))
                + "\n";
    }

    private static String join(String prog, String words) {
        return words.isEmpty() ? prog : prog + " " + words;
    }

    private static List<String> parts(String words) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(words);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static String wrapped(String prog, List<String> options, List<String> positionals) {
        List<String> lines = new ArrayList<>();
        if (PREFIX.length() + prog.length() <= 0.75 * WIDTH) {
            String indent = " ".repeat(PREFIX.length() + prog.length() + 1);
            List<String> first = new ArrayList<>(List.of(prog));
            first.addAll(options.isEmpty() ? positionals : options);
            fill(lines, first, indent, PREFIX.length() - 1);
            lines.set(0, lines.getFirst().substring(indent.length()));
            if (!options.isEmpty()) {
                fill(lines, positionals, indent, indent.length() - 1);
            }
            return String.join("\n", lines);
        }
        String indent = " ".repeat(PREFIX.length());
        List<String> both = new ArrayList<>(options);
        both.addAll(positionals);
        fill(lines, both, indent, indent.length() - 1);
        if (lines.size() > 1) {
            lines.clear();
            fill(lines, options, indent, indent.length() - 1);
            fill(lines, positionals, indent, indent.length() - 1);
        }
        lines.addFirst(prog);
        return String.join("\n", lines);
    }

    private static void fill(List<String> lines, List<String> parts, String indent, int used) {
        List<String> line = new ArrayList<>();
        int length = used;
        for (String part : parts) {
            if (length + 1 + part.length() > WIDTH && !line.isEmpty()) {
                lines.add(indent + String.join(" ", line));
                line.clear();
                length = indent.length() - 1;
            }
            line.add(part);
            length += part.length() + 1;
        }
        if (!line.isEmpty()) {
            lines.add(indent + String.join(" ", line));
        }
    }

    /** All arguments in one line, neighbours of one exclusive group in one bracket. */
    private static String words(Grammar grammar, List<Argument> arguments) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < arguments.size()) {
            List<Argument> group = groupFrom(grammar, arguments, at);
            if (group.isEmpty()) {
                alone(arguments.get(at)).ifPresent(parts::add);
                at++;
            } else {
                boolean required =
                        grammar.groupsRequired().get(group.getFirst().presence().group() - 1);
                together(group, required).ifPresent(parts::add);
                at += group.size();
            }
        }
        return tidy(String.join(" ", parts));
    }

    /** What argparse does to the joined line: it tidies brackets wherever they come from. */
    private static String tidy(String line) {
        return line.replaceAll("([\\[(]) ", "$1")
                .replaceAll(" ([\\])])", "$1")
                .replaceAll("[\\[(] *[\\])]", "")
                .replaceAll("\\(([^|]*)\\)", "$1")
                .strip();
    }

    private static List<Argument> groupFrom(Grammar grammar, List<Argument> arguments, int at) {
        int number = arguments.get(at).presence().group();
        if (number == 0) {
            return List.of();
        }
        List<Argument> group = grammar.group(number);
        int end = at + group.size();
        return end <= arguments.size() && arguments.subList(at, end).equals(group)
                ? group
                : List.of();
    }

    private static Optional<String> alone(Argument argument) {
        if (argument.look().hidden()) {
            return Optional.empty();
        }
        String text = form(argument);
        boolean bracket = argument.isOption() && !argument.presence().required();
        return Optional.of(bracket ? "[" + text + "]" : text);
    }

    private static Optional<String> together(List<Argument> group, boolean required) {
        List<String> shown = new ArrayList<>();
        for (Argument each : group) {
            if (!each.look().hidden()) {
                String text = form(each);
                boolean strip = !each.isOption() && text.startsWith("[") && text.endsWith("]");
                shown.add(strip ? text.substring(1, text.length() - 1) : text);
            }
        }
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String inside = String.join(" | ", shown);
        return Optional.of(required ? "(" + inside + ")" : "[" + inside + "]");
    }

    private static String form(Argument argument) {
        String value = valueForm(argument);
        if (!argument.isOption()) {
            return value;
        }
        return argument.nargs().equals(Nargs.NONE)
                ? argument.options().getFirst()
                : argument.options().getFirst() + " " + value;
    }

    private static String valueForm(Argument argument) {
        String word = argument.valueWord();
        return switch (argument.nargs().shape()) {
            case ONE -> word;
            case OPTIONAL -> "[" + word + "]";
            case ANY -> "[" + word + " ...]";
            case SOME -> word + " [" + word + " ...]";
            case EXACTLY -> String.join(" ", Collections.nCopies(argument.nargs().count(), word));
        };
    }
}
