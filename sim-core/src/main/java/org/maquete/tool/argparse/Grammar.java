package org.maquete.tool.argparse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What one ArgumentParser knows.
 *
 * @param prog the name of the program in usage and refusals
 * @param arguments the arguments in the order in which they were added
 * @param groupsRequired for each group of exclusive arguments (1, 2, ...) whether one is required
 */
public record Grammar(String prog, List<Argument> arguments, List<Boolean> groupsRequired) {

    public Grammar {
        arguments = List.copyOf(arguments);
        groupsRequired = List.copyOf(groupsRequired);
        for (Argument each : arguments) {
            if (each.presence().group() > groupsRequired.size()) {
                throw new IllegalArgumentException(
                        "expected groups to " + groupsRequired.size() + ", found " + each);
            }
        }
    }

    /** A grammar without exclusive groups. */
    public static Grammar of(String prog, Argument... arguments) {
        return new Grammar(prog, List.of(arguments), List.of());
    }

    /** The same grammar under the name that was typed. */
    public Grammar called(String name) {
        return new Grammar(name, arguments, groupsRequired);
    }

    /** The members of an exclusive group, in order. */
    public List<Argument> group(int number) {
        return arguments.stream().filter(a -> a.presence().group() == number).toList();
    }

    /** Every option string and its argument, in order. */
    public SequencedMap<String, Argument> byOption() {
        SequencedMap<String, Argument> all = new LinkedHashMap<>();
        for (Argument each : arguments) {
            each.options().forEach(option -> all.putIfAbsent(option, each));
        }
        return all;
    }

    /** The positionals, in order. */
    public List<Argument> positionals() {
        return arguments.stream().filter(a -> !a.isOption()).toList();
    }

    /** The defaults: of several arguments with one dest, the first one's. */
    public SequencedMap<String, Value> presets() {
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        for (Argument each : arguments) {
            if (each.action().kind() != Kind.HELP && each.action().kind() != Kind.VERSION) {
                all.putIfAbsent(each.dest(), each.presence().preset());
            }
        }
        return all;
    }

    /** The argument of this dest, if there is one. */
    public Optional<Argument> argument(String dest) {
        return arguments.stream().filter(each -> each.dest().equals(dest)).findFirst();
    }
}
