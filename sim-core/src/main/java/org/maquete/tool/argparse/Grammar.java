package org.maquete.tool.argparse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What one ArgumentParser knows. What follows from its arguments is worked out once. */
public final class Grammar {

    private final String prog;
    private final List<Argument> arguments;
    private final List<Boolean> groupsRequired;
    private final SequencedMap<String, Argument> byOption;
    private final SequencedMap<String, Value> presets;
    private final List<Argument> positionals;

    /**
     * A grammar.
     *
     * @param prog the name of the program in usage and refusals
     * @param arguments the arguments in the order in which they were added
     * @param groupsRequired for each group of exclusive arguments (1, 2, ...) whether one is
     *     required
     */
    public Grammar(String prog, List<Argument> arguments, List<Boolean> groupsRequired) {
        this.prog = prog;
        this.arguments = List.copyOf(arguments);
        this.groupsRequired = List.copyOf(groupsRequired);
        byOption = new LinkedHashMap<>();
        presets = new LinkedHashMap<>();
        List<Argument> plain = new ArrayList<>();
        for (Argument each : this.arguments) {
            if (each.presence().group() > groupsRequired.size()) {
                throw new IllegalArgumentException(
                        "expected groups to " + groupsRequired.size() + ", found " + each);
            }
            for (String option : each.options()) {
                byOption.putIfAbsent(option, each);
            }
            if (each.action().kind() != Kind.HELP && each.action().kind() != Kind.VERSION) {
                presets.putIfAbsent(each.dest(), each.presence().preset());
            }
            if (!each.isOption()) {
                plain.add(each);
            }
        }
        positionals = List.copyOf(plain);
    }

    private Grammar(String prog, Grammar same) {
        this.prog = prog;
        arguments = same.arguments;
        groupsRequired = same.groupsRequired;
        byOption = same.byOption;
        presets = same.presets;
        positionals = same.positionals;
    }

    /** A grammar without exclusive groups. */
    public static Grammar of(String prog, Argument... arguments) {
        return new Grammar(prog, List.of(arguments), List.of());
    }

    /** The same grammar under the name that was typed. */
    public Grammar called(String name) {
        return name.equals(prog) ? this : new Grammar(name, this);
    }

    /** The name of the program in usage and refusals. */
    public String prog() {
        return prog;
    }

    /** The arguments in the order in which they were added. */
    public List<Argument> arguments() {
        return arguments;
    }

    /** For each group of exclusive arguments (1, 2, ...) whether one is required. */
    public List<Boolean> groupsRequired() {
        return groupsRequired;
    }

    /** The members of an exclusive group, in order. */
    public List<Argument> group(int number) {
        return arguments.stream().filter(a -> a.presence().group() == number).toList();
    }

    /** The argument of this very option string. */
    Optional<Argument> option(String option) {
        return Optional.ofNullable(byOption.get(option));
    }

    /** Every option string, in order. */
    Iterable<String> options() {
        return byOption.sequencedKeySet();
    }

    /** The positionals, in order. */
    public List<Argument> positionals() {
        return positionals;
    }

    /** The defaults: of several arguments with one dest, the first one's. */
    public SequencedMap<String, Value> presets() {
        return new LinkedHashMap<>(presets);
    }

    /** The argument of this dest, if there is one. */
    public Optional<Argument> argument(String dest) {
        for (Argument each : arguments) {
            if (each.dest().equals(dest)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
