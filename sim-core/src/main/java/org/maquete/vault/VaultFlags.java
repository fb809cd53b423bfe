package org.maquete.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.tool.Parsed;
import org.maquete.tool.Rejected;

/**
 * Words after a verb, by the rules of Go's package {@code flag}: flags first, one or two dashes.
 */
final class VaultFlags {

    private final Map<String, String> values = new TreeMap<>();
    private final List<String> arguments = new ArrayList<>();
    private String error = "";

    /** Reads {@code words}; every flag in {@code known} takes a value. */
    VaultFlags(List<String> words, List<String> known) {
        int i = 0;
        while (i < words.size() && words.get(i).startsWith("-") && words.get(i).length() > 1) {
            String flag = words.get(i).replaceFirst("^--?", "");
            int equals = flag.indexOf('=');
            String name = equals < 0 ? flag : flag.substring(0, equals);
            i++;
            if (!known.contains(name)) {
                error = "flag provided but not defined: -" + name;
                return;
            }
            if (equals < 0 && i == words.size()) {
                error = "flag needs an argument: -" + name;
                return;
            }
            values.put(name, equals < 0 ? words.get(i++) : flag.substring(equals + 1));
        }
        arguments.addAll(words.subList(i, words.size()));
    }

    /** The error of the flags, or of the number of arguments; empty when right. */
    String error(int argumentsMin, int argumentsMax) {
        if (!error.isEmpty()) {
            return error;
        }
        int count = arguments.size();
        if (count > argumentsMax) {
            return "Too many arguments (expected " + argumentsMax + ", got " + count + ")";
        }
        return count < argumentsMin
                ? "Not enough arguments (expected " + argumentsMin + ", got " + count + ")"
                : "";
    }

    /** The value of a flag. */
    String value(String name, String byDefault) {
        return values.getOrDefault(name, byDefault);
    }

    List<String> arguments() {
        return arguments;
    }

    /** The client refuses its words. */
    static Parsed wrong(String error) {
        return new Parsed.Wrong(
                new Rejected(new Refusal("usage", "", error, Ref.NONE), Answer.failed(1, error)));
    }
}
