package org.maquete.tool.gnuflag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The flags of one juju command. */
public final class GnuFlags {

    // 2: juju/cmd, cmd.go, handleCommandError
    private static final int USAGE_EXIT = 2;

    private final List<Flag> flags;
    private final boolean mayIntersperse;

    private GnuFlags(List<Flag> flags, boolean mayIntersperse) {
        this.flags = List.copyOf(flags);
        this.mayIntersperse = mayIntersperse;
    }

    /** Flags that may stand anywhere among the words, as with almost every juju command. */
    public static GnuFlags of(Flag... flags) {
        return new GnuFlags(List.of(flags), true);
    }

    /** Flags that end at the first other word, as with {@code juju ssh}. */
    public static GnuFlags first(Flag... flags) {
        return new GnuFlags(List.of(flags), false);
    }

    /** These flags and more, as a command adds its own to those of all commands. */
    public GnuFlags and(Flag... more) {
        List<Flag> all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return new GnuFlags(all, mayIntersperse);
    }

    /** Parses the words after the command. */
    public FlagResult parse(List<String> words) {
        FlagResult.Gathered gathered = new FlagResult.Gathered();
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("--")) {
                gathered.words(words.subList(at + 1, words.size()));
                break;
            }
            if (word.equals("-") || !word.startsWith("-")) {
                int end = mayIntersperse ? at + 1 : words.size();
                gathered.words(words.subList(at, end));
                at = end;
                continue;
            }
            Step step =
                    word.startsWith("--")
                            ? takeLong(gathered, words, at)
                            : takeShort(gathered, words, at);
            if (step instanceof Step.End(FlagResult result)) {
                return result;
            }
            at = ((Step.Next) step).at();
        }
        return gathered.parsed();
    }

    /** Where the parse goes on, or how it ends. */
    private sealed interface Step {

        record Next(int at) implements Step {}

        record End(FlagResult result) implements Step {}
    }

    private Step takeLong(FlagResult.Gathered gathered, List<String> words, int at) {
        String word = words.get(at);
        int equal = word.indexOf('=');
        String name = word.substring(2, equal < 0 ? word.length() : equal);
        if (name.isEmpty()) {
            return refused("empty option in argument " + GoText.quote(word));
        }
        Optional<String> value =
                equal < 0 ? Optional.empty() : Optional.of(word.substring(equal + 1));
        Optional<Flag> flag = find(name);
        if (flag.isEmpty()) {
            return unknown(name);
        }
        if (value.isEmpty() && flag.get().isBool()) {
            gathered.add(flag.get(), "true");
            return new Step.Next(at + 1);
        }
        return value.isPresent()
                ? set(gathered, new Given(flag.get(), name, value.get()), at + 1)
                : takeNext(gathered, flag.get(), name, words, at + 1);
    }

    /** One word of one-letter flags; the first that needs a value takes the rest of the word. */
    private Step takeShort(FlagResult.Gathered gathered, List<String> words, int at) {
        String rest = words.get(at).substring(1);
        while (!rest.isEmpty()) {
            int length = Character.charCount(rest.codePointAt(0));
            String name = rest.substring(0, length);
            rest = rest.substring(length);
            Optional<Flag> flag = find(name);
            if (flag.isEmpty()) {
                return unknown(name);
            }
            if (flag.get().isBool() && !rest.startsWith("=")) {
                gathered.add(flag.get(), "true");
            } else {
                return rest.isEmpty()
                        ? takeNext(gathered, flag.get(), name, words, at + 1)
                        : set(gathered, new Given(flag.get(), name, rest), at + 1);
            }
        }
        return new Step.Next(at + 1);
    }

    /** A flag, the name it was called by, and its value. */
    private record Given(Flag flag, String name, String value) {}

    private static Step takeNext(
            FlagResult.Gathered gathered, Flag flag, String name, List<String> words, int at) {
        return at < words.size()
                ? set(gathered, new Given(flag, name, words.get(at)), at + 1)
                : refused("option needs an argument: " + dashed(name));
    }

    private static Step set(FlagResult.Gathered gathered, Given given, int next) {
        Optional<String> refusal = given.flag().check().refusal(given.value());
        if (refusal.isPresent()) {
            return refused(
                    "invalid value %s for option %s: %s"
                            .formatted(
                                    GoText.quote(given.value()),
                                    dashed(given.name()),
                                    refusal.get()));
        }
        gathered.add(given.flag(), given.value());
        return new Step.Next(next);
    }

    private Optional<Flag> find(String name) {
        for (Flag flag : flags) {
            if (flag.names().contains(name)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    private static Step unknown(String name) {
        return name.equals("help") || name.equals("h")
                ? new Step.End(new FlagResult.HelpAsked())
                : refused("option provided but not defined: " + dashed(name));
    }

    private static Step refused(String message) {
        return new Step.End(new FlagResult.Refused("ERROR " + message + "\n", USAGE_EXIT));
    }

    private static String dashed(String name) {
        return name.length() > 1 ? "--" + name : "-" + name;
    }
}
