package org.maquete.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.maquete.kernel.Answer;

/**
 * The text filters that runbooks put behind a pipe: the forms of grep, awk, sed, head, tail, cut,
 * tr, wc, sort and uniq that people type there. Empty where a form is not modelled.
 */
final class Filters {

    private static final Pattern AWK =
            Pattern.compile(
                    "\\s*(?:/((?:[^/\\\\]|\\\\.)*)/|(NR\\s*==\\s*\\d+))?\\s*\\{\\s*print\\s*([^}]*)\\}\\s*");
    private static final Pattern SED_S = Pattern.compile("s(.)(.*)");
    private static final Pattern SED_RANGE =
            Pattern.compile("/((?:[^/\\\\]|\\\\.)*)/,/((?:[^/\\\\]|\\\\.)*)/(.*)");

    private Filters() {}

    static Optional<Answer> run(List<String> words, String stdin) {
        List<String> lines = stdin.isEmpty() ? List.of() : List.of(stdin.split("\n", -1));
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines = lines.subList(0, lines.size() - 1);
        }
        try {
            return switch (words.getFirst()) {
                case "grep", "egrep" -> grep(words, lines);
                case "awk", "gawk", "mawk" -> awk(words, lines);
                case "sed" -> sed(words, lines);
                case "head", "tail" -> ends(words, lines);
                case "cut" -> cut(words, lines);
                case "tr" -> tr(words, stdin);
                case "wc" ->
                        words.contains("-l")
                                ? Optional.of(Answer.of(Integer.toString(lines.size())))
                                : Optional.empty();
                case "sort" -> join(lines.stream().sorted().toList());
                case "uniq" -> uniq(lines);
                case "xargs" -> join(List.of(String.join(" ", lines).trim()));
                default -> Optional.empty();
            };
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> join(List<String> lines) {
        return Optional.of(Answer.of(lines.isEmpty() ? "" : String.join("\n", lines) + "\n"));
    }

    private static Optional<Answer> grep(List<String> words, List<String> lines) {
        String flags = "";
        List<String> rest = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("-") && word.length() > 1 && rest.isEmpty()) {
                flags += word.substring(1);
            } else {
                rest.add(word);
            }
        }
        if (rest.size() != 1 || !flags.chars().allMatch(c -> "ivEoFqwc".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        String expression = flags.contains("F") ? Pattern.quote(rest.getFirst()) : rest.getFirst();
        if (flags.contains("w")) {
            expression = "\\b(?:" + expression + ")\\b";
        }
        Pattern pattern =
                Pattern.compile(expression, flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0);
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find() != flags.contains("v")) {
                found.add(flags.contains("o") ? matcher.group() : line);
            }
        }
        if (found.isEmpty()) {
            return Optional.of(Answer.failed(1, ""));
        }
        if (flags.contains("c")) {
            return join(List.of(Integer.toString(found.size())));
        }
        return flags.contains("q") ? Optional.of(Answer.SILENT) : join(found);
    }

    private static Optional<Answer> awk(List<String> words, List<String> lines) {
        boolean separated =
                words.size() == 3 && words.get(1).startsWith("-F") && words.get(1).length() > 2;
        if (words.size() != 2 && !separated) {
            return Optional.empty();
        }
        Matcher program = AWK.matcher(words.getLast());
        if (!program.matches()) {
            return Optional.empty();
        }
        String separator = separated ? Pattern.quote(words.get(1).substring(2)) : "\\s+";
        Pattern filter = Pattern.compile(program.group(1) == null ? "" : program.group(1));
        int row =
                program.group(2) == null
                        ? 0
                        : Integer.parseInt(program.group(2).replaceAll("\\D", ""));
        List<String> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if ((row == 0 || row == i + 1) && filter.matcher(lines.get(i)).find()) {
                String line = separated ? lines.get(i) : lines.get(i).trim();
                Optional<String> text = awkPrint(program.group(3), line, line.split(separator, -1));
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                out.add(text.get());
            }
        }
        return join(out);
    }

    private static Optional<String> awkPrint(String what, String line, String[] fields) {
        List<String> parts = new ArrayList<>();
        if (what.isBlank()) {
            return Optional.of(line);
        }
        for (String piece : what.trim().split("\\s*,\\s*", -1)) {
            if (piece.equals("$NF")) {
                parts.add(fields[fields.length - 1]);
            } else if (piece.matches("\\$\\d{1,4}")) {
                int field = Integer.parseInt(piece.substring(1));
                parts.add(field == 0 ? line : field <= fields.length ? fields[field - 1] : "");
            } else if (piece.matches("\"[^\"\\\\]*\"")) {
                parts.add(piece.substring(1, piece.length() - 1));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(" ", parts));
    }

    private static Optional<Answer> sed(List<String> words, List<String> lines) {
        boolean quiet = words.size() == 3 && words.get(1).equals("-n");
        if (words.size() != 2 && !quiet) {
            return Optional.empty();
        }
        String program = words.getLast();
        Matcher range = SED_RANGE.matcher(program);
        if (range.matches()) {
            Pattern from = Pattern.compile(range.group(1));
            Pattern to = Pattern.compile(range.group(2));
            return sedLines(lines, range.group(3), quiet, from, to);
        }
        Pattern all = Pattern.compile("");
        return sedLines(lines, program, quiet, all, Pattern.compile("(?!)"));
    }

    private static Optional<Answer> sedLines(
            List<String> lines, String action, boolean quiet, Pattern from, Pattern to) {
        List<String> out = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean starts = !inside && from.matcher(line).find();
            boolean applies = inside || starts;
            inside = applies && (starts || !to.matcher(line).find());
            if (!applies) {
                if (!quiet) {
                    out.add(line);
                }
                continue;
            }
            Optional<List<String>> result = sedAction(action, line, quiet);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            out.addAll(result.get());
        }
        return join(out);
    }

    private static Optional<List<String>> sedAction(String action, String line, boolean quiet) {
        if (action.equals("p")) {
            return Optional.of(quiet ? List.of(line) : List.of(line, line));
        }
        if (action.equals("d")) {
            return Optional.of(List.of());
        }
        Matcher s = SED_S.matcher(action);
        if (!s.matches()) {
            return Optional.empty();
        }
        String[] parts = s.group(2).split(Pattern.quote(s.group(1)), -1);
        if (parts.length != 3 || !parts[2].matches("[gp]*")) {
            return Optional.empty();
        }
        Matcher found = Pattern.compile(parts[0]).matcher(line);
        boolean hit = found.find();
        String with = parts[1].replaceAll("\\\\(\\d)", "\\$$1").replace("&", "$0");
        String changed = parts[2].contains("g") ? found.replaceAll(with) : found.replaceFirst(with);
        boolean printed = !quiet || (hit && parts[2].contains("p"));
        return Optional.of(printed ? List.of(changed) : List.of());
    }

    private static Optional<Answer> ends(List<String> words, List<String> lines) {
        String number = words.size() > 1 ? words.getLast().replaceFirst("^-n?", "") : "10";
        if (!number.matches("\\d{1,6}") || words.size() > 3) {
            return Optional.empty();
        }
        int count = Math.min(Integer.parseInt(number), lines.size());
        boolean head = words.getFirst().equals("head");
        return join(
                head ? lines.subList(0, count) : lines.subList(lines.size() - count, lines.size()));
    }

    private static Optional<Answer> cut(List<String> words, List<String> lines) {
        String delimiter = "\t";
        int field = 0;
        List<String> rest = new ArrayList<>(words.subList(1, words.size()));
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            String value =
                    word.length() > 2
                            ? word.substring(2)
                            : rest.isEmpty() ? "" : rest.removeFirst();
            if (word.startsWith("-d") && !value.isEmpty()) {
                delimiter = value;
            } else if (word.startsWith("-f") && value.matches("\\d{1,4}")) {
                field = Integer.parseInt(value);
            } else {
                return Optional.empty();
            }
        }
        if (field == 0) {
            return Optional.empty();
        }
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(Pattern.quote(delimiter), -1);
            out.add(fields.length == 1 ? line : field <= fields.length ? fields[field - 1] : "");
        }
        return join(out);
    }

    private static Optional<Answer> tr(List<String> words, String stdin) {
        if (words.size() == 3 && words.get(1).equals("-d") && words.get(2).length() <= 2) {
            String gone = words.get(2).equals("\\n") ? "\n" : words.get(2);
            StringBuilder out = new StringBuilder();
            stdin.chars().filter(c -> gone.indexOf(c) < 0).forEach(c -> out.append((char) c));
            return Optional.of(new Answer(out.toString(), "", 0));
        }
        if (words.size() == 3 && words.get(1).equals("a-z") && words.get(2).equals("A-Z")) {
            return Optional.of(new Answer(stdin.toUpperCase(Locale.ROOT), "", 0));
        }
        return Optional.empty();
    }

    private static Optional<Answer> uniq(List<String> lines) {
        List<String> out = new ArrayList<>();
        for (String line : lines) {
            if (out.isEmpty() || !out.getLast().equals(line)) {
                out.add(line);
            }
        }
        return join(out);
    }

    static List<String> names() {
        return Arrays.asList(
                "grep", "egrep", "awk", "gawk", "mawk", "sed", "head", "tail", "cut", "tr", "wc",
                "sort", "uniq", "xargs");
    }
}
