package org.maquete.ceph.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lays the words of a line on one signature: in order, with values also by name ({@code --size 3}).
 * A value that does not fit an optional argument is tried on the next.
 */
final class Matching {

    private static final Pattern BY_NAME = Pattern.compile("--([a-z0-9_-]+)=(.+)");
    private static final Pattern NAME = Pattern.compile("--(.+)");
    private static final List<String> CONFIRMATIONS =
            List.of(
                    "--yes-i-really-mean-it",
                    "--yes-i-really-really-mean-it",
                    "--yes-i-really-really-mean-it-not-faking",
                    "--force");

    /** How it ended. */
    enum End {
        /** All words fit. */
        RIGHT,
        /** Another command is meant. */
        OTHER_COMMAND,
        /** A value is missing: the search ends here. */
        MISSING,
        /** Too few values: another signature may do. */
        TOO_FEW,
        /** This command, but a value does not fit. */
        WRONG
    }

    private final Signature signature;
    private final Deque<String> words;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private String notes = "";
    private String complaint = "";
    private String pending = "";
    private int matched;

    Matching(Signature signature, List<String> words) {
        this.signature = signature;
        this.words = new ArrayDeque<>(words);
    }

    /** What was found by name. */
    Map<String, List<String>> values() {
        return values;
    }

    /** Why it does not fit. */
    String complaint() {
        return complaint;
    }

    /** What the client says before it complains. */
    String notes() {
        return notes;
    }

    End run() {
        for (Argument argument : signature.arguments()) {
            End end = take(argument);
            if (end != End.RIGHT) {
                return end;
            }
        }
        if (matched < signature.requiredCount()) {
            complaint = "not enough arguments given";
            return End.TOO_FEW;
        }
        if (words.isEmpty()) {
            return End.RIGHT;
        }
        notes = pending;
        complaint =
                words.stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(", ", "unused arguments: [", "]"));
        return End.WRONG;
    }

    private End take(Argument argument) {
        int seen = 0;
        while (seen == 0 || argument.isMany()) {
            if (words.isEmpty()) {
                boolean isMissing = seen == 0 && argument.isRequired() && !isKnown(argument);
                return isMissing ? missing(argument) : End.RIGHT;
            }
            String word = words.pop();
            Optional<Argument> named = named(word);
            if (named.isPresent()) {
                String value = valueByName(word, named.get());
                Optional<String> wrong = named.get().complaint(value, true);
                if (wrong.isPresent()) {
                    complaint = wrong.get();
                    return End.WRONG;
                }
                matched++;
                store(named.get(), value, true);
                continue;
            }
            boolean isValue =
                    argument.type() == Argument.Type.CHOICES || CONFIRMATIONS.contains(word);
            if (word.startsWith("--") && !isValue) {
                complaint = "Unexpected argument '" + word + "'";
                return End.WRONG;
            }
            Optional<String> wrong = argument.complaint(word, false);
            if (wrong.isPresent()) {
                if (argument.isRequired()) {
                    complaint = wrong.get();
                    return argument.type() == Argument.Type.WORD ? End.OTHER_COMMAND : End.WRONG;
                }
                pending = word + " not valid:  " + wrong.get() + "\n";
                words.push(word);
                return End.RIGHT;
            }
            matched++;
            seen++;
            pending = "";
            store(argument, word, false);
        }
        return End.RIGHT;
    }

    /** The real client counts further words of a command as given once it has seen the first. */
    private boolean isKnown(Argument argument) {
        return argument.type() == Argument.Type.WORD
                ? matched > 0
                : values.containsKey(argument.name());
    }

    private End missing(Argument argument) {
        if (argument.isMany()) {
            complaint = "saw 0 of " + argument.described() + ", expected at least 1";
            return End.WRONG;
        }
        complaint = "missing required parameter " + argument.described();
        return End.MISSING;
    }

    /** The argument that a word names, if its value can be found. */
    private Optional<Argument> named(String word) {
        Matcher equal = BY_NAME.matcher(word);
        if (equal.matches()) {
            return find(equal.group(1));
        }
        Matcher alone = NAME.matcher(word);
        Optional<Argument> found = alone.matches() ? find(alone.group(1)) : Optional.empty();
        return found.filter(each -> each.type() == Argument.Type.BOOL || !words.isEmpty());
    }

    private Optional<Argument> find(String name) {
        String key = name.replace('-', '_');
        return signature.arguments().stream()
                .filter(each -> each.type() != Argument.Type.WORD && each.name().equals(key))
                .findFirst();
    }

    private String valueByName(String word, Argument argument) {
        Matcher equal = BY_NAME.matcher(word);
        if (equal.matches()) {
            return equal.group(2);
        }
        return argument.type() == Argument.Type.BOOL ? "true" : words.pop();
    }

    private void store(Argument argument, String value, boolean isByName) {
        if (argument.type() == Argument.Type.WORD) {
            return;
        }
        List<String> list = values.computeIfAbsent(argument.name(), _ -> new ArrayList<>());
        if (!argument.isMany()) {
            list.clear();
        }
        boolean isCut = argument.isMany() && (isByName || argument.type() != Argument.Type.STRING);
        list.addAll(isCut ? List.of(value.split(",", -1)) : List.of(normal(argument, value)));
    }

    /** Numbers of OSDs without their kind. */
    private static String normal(Argument argument, String value) {
        return argument.type() == Argument.Type.OSD && value.startsWith("osd.")
                ? value.substring("osd.".length())
                : value;
    }
}
