package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells options from plain words, one word at a time ({@code _parse_optional}). */
final class OptionReader {

    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");

    private final Grammar grammar;

    OptionReader(Grammar grammar) {
        this.grammar = grammar;
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
        return grammar.option(option);
    }

    /** The word as an option; empty when it is a plain word. */
    Optional<Read> read(String word) {
        if (!word.startsWith("-")) {
            return Optional.empty();
        }
        Optional<Argument> exact = grammar.option(word);
        if (exact.isPresent()) {
            return Optional.of(Read.of(exact.get(), word, Optional.empty()));
        }
        if (word.length() == 1) {
            return Optional.empty();
        }
        int equal = word.indexOf('=');
        Optional<Argument> before =
                equal < 0 ? Optional.empty() : grammar.option(word.substring(0, equal));
        if (before.isPresent()) {
            Optional<String> value = Optional.of(word.substring(equal + 1));
            return Optional.of(Read.of(before.get(), word.substring(0, equal), value));
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
        boolean isNumber = isNumber(word) && !hasNumberOptions();
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
        for (String option : grammar.options()) {
            if (option.startsWith(prefix)) {
                found.add(new Read(grammar.option(option), option, value));
            }
        }
        return found;
    }

    /** A one-letter option with its value glued on, or the prefix of one with a single dash. */
    private List<Read> shortPrefixes(String word) {
        String letter = word.substring(0, 2);
        List<Read> found = new ArrayList<>();
        for (String option : grammar.options()) {
            if (option.equals(letter)) {
                String rest = word.substring(2);
                found.add(new Read(grammar.option(option), option, Optional.of(rest)));
            } else if (option.startsWith(word)) {
                found.add(new Read(grammar.option(option), option, Optional.empty()));
            }
        }
        return found;
    }

    private boolean hasNumberOptions() {
        for (String option : grammar.options()) {
            if (isNumber(option)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return NEGATIVE_NUMBER.matcher(word).matches();
    }
}
