package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Tells options from plain words, one word at a time ({@code _parse_optional}). */
final class OptionReader {

    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");

    private final SequencedMap<String, Argument> byOption;
    private final boolean hasNumberOptions;

    OptionReader(Grammar grammar) {
        byOption = grammar.byOption();
        hasNumberOptions =
                byOption.keySet().stream().anyMatch(o -> NEGATIVE_NUMBER.matcher(o).matches());
    }

    /**
     * A word read as an option.
     *
     * @param argument whose option it is; empty when nobody's
     * @param option the option string it stands for
     * @param value what was glued to it
     */
    record Read(Optional<Argument> argument, String option, Optional<String> value) {

        private static Read of(Argument argument, String option, Optional<String> value) {
            return new Read(Optional.of(argument), option, value);
        }
    }

    /** The argument of this very option string. */
    Optional<Argument> exactly(String option) {
        return Optional.ofNullable(byOption.get(option));
    }

    /** The word as an option; empty when it is a plain word. */
    Optional<Read> read(String word) {
        if (!word.startsWith("-")) {
            return Optional.empty();
        }
        Argument exact = byOption.get(word);
        if (exact != null) {
            return Optional.of(Read.of(exact, word, Optional.empty()));
        }
        if (word.length() == 1) {
            return Optional.empty();
        }
        int equal = word.indexOf('=');
        Argument before = equal < 0 ? null : byOption.get(word.substring(0, equal));
        if (before != null) {
            Optional<String> value = Optional.of(word.substring(equal + 1));
            return Optional.of(Read.of(before, word.substring(0, equal), value));
        }
        return byPrefix(word);
    }

    private Optional<Read> byPrefix(String word) {
        List<Read> found = word.startsWith("--") ? longPrefixes(word) : shortPrefixes(word);
        if (found.size() > 1) {
            String all = String.join(", ", found.stream().map(Read::option).toList());
            throw Stop.line("ambiguous option: " + word + " could match " + all);
        }
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        boolean isNumber = NEGATIVE_NUMBER.matcher(word).matches() && !hasNumberOptions;
        return isNumber || word.contains(" ")
                ? Optional.empty()
                : Optional.of(new Read(Optional.empty(), word, Optional.empty()));
    }

    private List<Read> longPrefixes(String word) {
        int equal = word.indexOf('=');
        String prefix = equal < 0 ? word : word.substring(0, equal);
        Optional<String> value =
                equal < 0 ? Optional.empty() : Optional.of(word.substring(equal + 1));
        List<Read> found = new ArrayList<>();
        byOption.forEach((option, argument) -> {
            if (option.startsWith(prefix)) {
                found.add(Read.of(argument, option, value));
            }
        });
        return found;
    }

    /** A one-letter option with its value glued on, or the prefix of one with a single dash. */
    private List<Read> shortPrefixes(String word) {
        String letter = word.substring(0, 2);
        List<Read> found = new ArrayList<>();
        byOption.forEach((option, argument) -> {
            if (option.equals(letter)) {
                found.add(Read.of(argument, option, Optional.of(word.substring(2))));
            } else if (option.startsWith(word)) {
                found.add(Read.of(argument, option, Optional.empty()));
            }
        });
        return found;
    }
}
