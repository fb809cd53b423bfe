package org.maquete.tool.gnuflag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What a set of flags makes of the words after a command. */
public sealed interface FlagResult {

    /**
     * The words fit.
     *
     * @param values the values of each flag that was given, in order, under its first name
     * @param words the other words, in order
     */
    record Parsed(SequencedMap<String, List<String>> values, List<String> words)
            implements FlagResult {

        public Parsed {
            SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((name, each) -> copy.put(name, List.copyOf(each)));
            values = Collections.unmodifiableSequencedMap(copy);
            words = List.copyOf(words);
        }

        /** The last value of a flag, which is the one that counts; empty when it was not given. */
        public Optional<String> text(String name) {
            List<String> all = all(name);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }

        /** All values of a flag that may be repeated. */
        public List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        /** Whether a bool flag was given and is true. */
        public boolean flag(String name) {
            return text(name).flatMap(GoText::bool).orElse(false);
        }

        /** The integer of a flag; empty when it was not given. */
        public Optional<Long> whole(String name) {
            return text(name).flatMap(GoText::whole);
        }

        /** The duration of a flag in nanoseconds; empty when it was not given. */
        public Optional<Long> durationNs(String name) {
            return text(name).flatMap(GoText::durationNs);
        }
    }

    /** The words do not fit: what goes to standard error, with its newline, and the exit code. */
    record Refused(String stderr, int exit) implements FlagResult {}

    /** {@code --help} or {@code -h} (exit code 0). */
    record HelpAsked() implements FlagResult {}

    /** Values as they come in. */
    final class Gathered {

        private final SequencedMap<String, List<String>> values = new LinkedHashMap<>();
        private final List<String> words = new ArrayList<>();

        void add(Flag flag, String value) {
            values.computeIfAbsent(flag.name(), _ -> new ArrayList<>()).add(value);
        }

        void words(List<String> more) {
            words.addAll(more);
        }

        Parsed parsed() {
            return new Parsed(values, words);
        }
    }
}
