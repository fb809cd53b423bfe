package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parse of one command line.
 *
 * <p>argparse first marks every word: O for an option, A for a plain word, - for the mark {@code
 * --}, after which all are A. Then it takes, in turn, as many positionals as match the marks from
 * the current word on (all at once, by one regular expression, which is why an optional positional
 * in front of an option is used up empty), and one option with its words. What neither takes is an
 * extra. Required arguments and groups are looked at last. Cost: words times positionals; a command
 * line has a few dozen of each.
 *
 * <p>Reference: CPython 3.11, Lib/argparse.py, {@code _parse_known_args}.
 */
final class Parse {

    private final Grammar grammar;
    private final List<String> words;
    private final OptionReader options;
    private final TreeMap<Integer, OptionReader.Read> reads = new TreeMap<>();
    private final String marks;
    private final SequencedMap<String, Value> values;
    private final List<Argument> positionals;
    private final List<String> extras = new ArrayList<>();
    private final List<Argument> seen = new ArrayList<>();
    private final List<Argument> seenWithValue = new ArrayList<>();

    Parse(Grammar grammar, List<String> words) {
        this.grammar = grammar;
        this.words = List.copyOf(words);
        this.options = new OptionReader(grammar);
        this.values = grammar.presets();
        this.positionals = new ArrayList<>(grammar.positionals());
        this.marks = mark();
    }

    private String mark() {
        StringBuilder out = new StringBuilder();
        int end = words.indexOf("--");
        for (int i = 0; i < words.size(); i++) {
            if (end >= 0 && i >= end) {
                out.append(i == end ? '-' : 'A');
                continue;
            }
            Optional<OptionReader.Read> read = options.read(words.get(i));
            if (read.isPresent()) {
                reads.put(i, read.get());
            }
            out.append(read.isPresent() ? 'O' : 'A');
        }
        return out.toString();
    }

    ParseResult run() {
        int at = 0;
        while (!reads.isEmpty() && at <= reads.lastKey()) {
            int next = reads.ceilingKey(at);
            if (at != next) {
                int after = takePositionals(at);
                if (after > at) {
                    at = after;
                    continue;
                }
            }
            extras.addAll(words.subList(at, next));
            at = takeOption(next);
        }
        at = takePositionals(at);
        extras.addAll(words.subList(at, words.size()));
        checkRequired();
        return new ParseResult.Parsed(new Namespace(values), extras);
    }

    /** Takes as many positionals as match from here on; gives the word after them. */
    private int takePositionals(int start) {
        int plain = start;
        while (plain < marks.length() && marks.charAt(plain) == 'A') {
            plain++;
        }
        boolean isMarked = plain < marks.length() && marks.charAt(plain) == '-';
        return isMarked ? takeMarked(start) : takePlain(start, plain);
    }

    /**
     * Without {@code --} the regular expression comes to this: each in turn takes as many as leave
     * the others what they need.
     */
    private int takePlain(int start, int end) {
        int count = 0;
        int spare = end - start;
        while (count < positionals.size() && positionals.get(count).nargs().least() <= spare) {
            spare -= positionals.get(count).nargs().least();
            count++;
        }
        int at = start;
        for (; count > 0; count--) {
            Nargs nargs = positionals.getFirst().nargs();
            int taken = nargs.least() + Math.min(spare, nargs.more());
            spare -= taken - nargs.least();
            take(positionals.removeFirst(), words.subList(at, at + taken), "");
            at += taken;
        }
        return at;
    }

    private int takeMarked(int start) {
        String rest = marks.substring(start);
        for (int count = positionals.size(); count > 0; count--) {
            StringBuilder pattern = new StringBuilder();
            positionals
                    .subList(0, count)
                    .forEach(p -> pattern.append(p.nargs().positionalPattern()));
            Matcher match = Pattern.compile(pattern.toString()).matcher(rest);
            if (match.lookingAt()) {
                return takeMatched(start, match);
            }
        }
        return start;
    }

    private int takeMatched(int start, Matcher match) {
        int at = start;
        for (int i = 1; i <= match.groupCount(); i++) {
            int end = start + match.end(i);
            take(positionals.removeFirst(), words.subList(at, end), "");
            at = end;
        }
        return at;
    }

    /** An option of a cluster with the words it takes. */
    private record Taken(Argument argument, List<String> words, String option) {}

    /** Takes the option at this word, and those clustered with it; gives the word after it. */
    private int takeOption(int start) {
        OptionReader.Read read = read(start);
        List<Taken> taken = new ArrayList<>();
        while (true) {
            if (read.argument().isEmpty()) {
                extras.add(words.get(start));
                return start + 1;
            }
            Argument argument = read.argument().get();
            if (read.value().isEmpty()) {
                int end = start + 1 + count(argument, marks.substring(start + 1));
                taken.add(new Taken(argument, words.subList(start + 1, end), read.option()));
                taken.forEach(each -> take(each.argument(), each.words(), each.option()));
                return end;
            }
            String value = read.value().get();
            int count = count(argument, "A");
            if (count == 1) {
                taken.add(new Taken(argument, List.of(value), read.option()));
                taken.forEach(each -> take(each.argument(), each.words(), each.option()));
                return start + 1;
            }
            taken.add(new Taken(argument, List.of(), read.option()));
            read = nextOfCluster(read, argument, value);
        }
    }

    private OptionReader.Read read(int at) {
        OptionReader.Read read = reads.get(at);
        if (read == null) {
            throw new IllegalStateException("expected an option at " + at + " of " + words);
        }
        return read;
    }

    /** After an option that takes no value: the rest of a single-dash word is more options. */
    private OptionReader.Read nextOfCluster(
            OptionReader.Read read, Argument argument, String value) {
        boolean isCluster = read.option().charAt(1) != '-' && !value.isEmpty();
        String next = isCluster ? "-" + value.charAt(0) : "";
        Optional<Argument> other = options.exactly(next);
        if (other.isEmpty()) {
            throw Stop.of(argument, "ignored explicit argument " + PythonText.repr(value));
        }
        Optional<String> rest =
                value.length() > 1 ? Optional.of(value.substring(1)) : Optional.empty();
        return new OptionReader.Read(other, next, rest);
    }

    private static int count(Argument argument, String marks) {
        int plain = 0;
        while (plain < marks.length() && marks.charAt(plain) == 'A') {
            plain++;
        }
        int count = argument.nargs().taken(plain);
        if (count < 0) {
            throw Stop.of(argument, argument.nargs().expected());
        }
        return count;
    }

    private void take(Argument argument, List<String> taken, String option) {
        seen.add(argument);
        Value value = Conversion.values(argument, taken);
        boolean isDefault =
                Conversion.isSame(value, argument.presence().preset())
                        || isUnusedPositional(argument, taken);
        if (!isDefault) {
            seenWithValue.add(argument);
            checkConflict(argument);
        }
        Taking.take(argument, values, value, option);
    }

    /** An optional positional without words gets its default itself. */
    private static boolean isUnusedPositional(Argument argument, List<String> taken) {
        boolean isEmpty = taken.stream().allMatch("--"::equals) && !argument.isOption();
        return switch (argument.nargs().shape()) {
            case OPTIONAL -> isEmpty;
            case ANY -> isEmpty && !(argument.presence().preset() instanceof Value.None);
            case ONE, SOME, EXACTLY -> false;
        };
    }

    @SuppressWarnings("ReferenceEquality") // one grammar, one object
    private void checkConflict(Argument argument) {
        if (argument.presence().group() == 0) {
            return;
        }
        for (Argument other : grammar.group(argument.presence().group())) {
            if (other != argument && isIn(seenWithValue, other)) {
                throw Stop.of(argument, "not allowed with argument " + other.name());
            }
        }
    }

    private void checkRequired() {
        List<String> missing = new ArrayList<>();
        for (Argument argument : grammar.arguments()) {
            if (isIn(seen, argument)) {
                continue;
            }
            if (argument.isRequired()) {
                missing.add(argument.name());
            } else {
                convertPreset(argument);
            }
        }
        if (!missing.isEmpty()) {
            throw Stop.line("the following arguments are required: " + String.join(", ", missing));
        }
        for (int group = 1; group <= grammar.groupsRequired().size(); group++) {
            if (grammar.groupsRequired().get(group - 1)) {
                checkGroup(grammar.group(group));
            }
        }
    }

    /** By identity: all arguments here are those of one grammar. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isIn(List<Argument> some, Argument argument) {
        for (Argument each : some) {
            if (each == argument) {
                return true;
            }
        }
        return false;
    }

    private void convertPreset(Argument argument) {
        Value preset = argument.presence().preset();
        if (preset instanceof Value.Text(String text)
                && preset.equals(values.getOrDefault(argument.dest(), Value.none()))) {
            values.put(argument.dest(), Conversion.value(argument, text));
        }
    }

    private void checkGroup(List<Argument> members) {
        if (members.stream().noneMatch(member -> isIn(seenWithValue, member))) {
            List<String> names =
                    members.stream().filter(m -> !m.look().hidden()).map(Argument::name).toList();
            throw Stop.line("one of the arguments " + String.join(" ", names) + " is required");
        }
    }
}
