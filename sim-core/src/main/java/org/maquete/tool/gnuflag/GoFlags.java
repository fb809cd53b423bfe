package org.maquete.tool.gnuflag;

import java.util.List;
import java.util.Optional;

/** The flags of one vault command: Go's own flag package, one dash or two. */
public final class GoFlags {

    // 1: vault 1.8, command/operator_init.go, Run
    private static final int USAGE_EXIT = 1;

    private final List<Flag> flags;

    private GoFlags(List<Flag> flags) {
        this.flags = List.copyOf(flags);
    }

    public static GoFlags of(Flag... flags) {
        return new GoFlags(List.of(flags));
    }

    /** Parses the words after the command, up to the first that is no flag. */
    public FlagResult parse(List<String> words) {
        FlagResult.Gathered gathered = new FlagResult.Gathered();
        int at = 0;
        while (at < words.size() && isFlag(words.get(at))) {
            String word = words.get(at++);
            if (word.equals("--")) {
                break;
            }
            String body = word.substring(word.startsWith("--") ? 2 : 1);
            if (body.isEmpty() || body.startsWith("-") || body.startsWith("=")) {
                return refused("bad flag syntax: " + word);
            }
            int equal = body.indexOf('=');
            String name = equal < 0 ? body : body.substring(0, equal);
            Optional<Flag> flag = flags.stream().filter(f -> f.names().contains(name)).findFirst();
            if (flag.isEmpty()) {
                return name.equals("help") || name.equals("h")
                        ? new FlagResult.HelpAsked()
                        : refused("flag provided but not defined: -" + name);
            }
            boolean needsNext = equal < 0 && !flag.get().isBool();
            if (needsNext && at == words.size()) {
                return refused("flag needs an argument: -" + name);
            }
            String given = equal < 0 ? "true" : body.substring(equal + 1);
            String value = needsNext ? words.get(at++) : given;
            Optional<String> refusal = flag.get().check().refusal(value);
            if (refusal.isPresent()) {
                return refused(invalid(flag.get(), name, value) + refusal.get());
            }
            gathered.add(flag.get(), value);
        }
        gathered.words(words.subList(at, words.size()));
        return gathered.parsed();
    }

    private static boolean isFlag(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    private static String invalid(Flag flag, String name, String value) {
        String quoted = GoText.quote(value);
        return flag.isBool()
                ? "invalid boolean value " + quoted + " for -" + name + ": "
                : "invalid value " + quoted + " for flag -" + name + ": ";
    }

    private static FlagResult refused(String message) {
        return new FlagResult.Refused(message + "\n", USAGE_EXIT);
    }
}
