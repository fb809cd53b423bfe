package org.maquete.tool.argparse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One argument of a grammar: an option when it has option strings, else a positional.
 *
 * @param options the option strings in order, empty for a positional
 * @param dest the name in the namespace
 * @param action what is done with the values
 * @param nargs how many words it takes
 * @param domain which values it takes
 * @param presence whether it must be there, and what holds when it is not
 * @param look how usage and refusals call it
 */
public record Argument(
        List<String> options,
        String dest,
        Action action,
        Nargs nargs,
        Domain domain,
        Presence presence,
        Look look) {

    /**
     * What is done with the values.
     *
     * @param kind the action
     * @param constant what {@link Kind#CONST} stores
     * @param keys required keys of the key=value kinds, or the key of a {@link Kind#NIC}
     * @param keysOptional the other keys it allows
     */
    public record Action(Kind kind, Value constant, List<String> keys, List<String> keysOptional) {

        public Action {
            keys = List.copyOf(keys);
            keysOptional = List.copyOf(keysOptional);
        }

        public static Action of(Kind kind) {
            return new Action(kind, Value.none(), List.of(), List.of());
        }
    }

    /**
     * Which values are taken.
     *
     * @param type what a word is turned into
     * @param choices the values allowed, empty when all are
     */
    public record Domain(ValueType type, List<Value> choices) {

        public static final Domain TEXT = new Domain(ValueType.TEXT, List.of());

        public Domain {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Whether it must be there.
     *
     * @param required an option that must be given
     * @param preset its default
     * @param group the number of its group of exclusive arguments, from 1; 0 for none
     */
    public record Presence(boolean required, Value preset, int group) {

        public static final Presence FREE = new Presence(false, Value.none(), 0);
    }

    /**
     * How it is called.
     *
     * @param metavar the word for its value, when it has one of its own
     * @param hidden absent from usage
     */
    public record Look(Optional<String> metavar, boolean hidden) {

        public static final Look PLAIN = new Look(Optional.empty(), false);
    }

    public Argument {
        options = List.copyOf(options);
        if (action.kind().isAlone() && !nargs.isNone()) {
            throw new IllegalArgumentException(
                    "expected no words after " + options + ", found " + nargs);
        }
    }

    /** An option with one value of text, named after its first long option string. */
    public static Argument option(String... options) {
        String first = options[0];
        for (String each : options) {
            if (each.startsWith("--")) {
                first = each;
                break;
            }
        }
        int dashes = 0;
        while (dashes < first.length() && first.charAt(dashes) == '-') {
            dashes++;
        }
        String dest = first.substring(dashes).replace('-', '_');
        return new Argument(
                List.of(options),
                dest,
                Action.of(Kind.STORE),
                Nargs.ONE,
                Domain.TEXT,
                Presence.FREE,
                Look.PLAIN);
    }

    /** A positional of one word. */
    public static Argument positional(String dest) {
        return new Argument(
                List.of(),
                dest,
                Action.of(Kind.STORE),
                Nargs.ONE,
                Domain.TEXT,
                Presence.FREE,
                Look.PLAIN);
    }

    public Argument as(Action action) {
        Nargs words = action.kind().isAlone() ? Nargs.NONE : nargs;
        return new Argument(options, dest, action, words, domain, presence, look);
    }

    /** The action, with the default that argparse gives it. */
    public Argument as(Kind kind) {
        Value preset =
                switch (kind) {
                    case TRUE -> Value.flag(false);
                    case FALSE -> Value.flag(true);
                    default -> presence.preset();
                };
        return as(Action.of(kind))
                .with(new Presence(presence.required(), preset, presence.group()));
    }

    public Argument with(Nargs words) {
        return new Argument(options, dest, action, words, domain, presence, look);
    }

    public Argument with(Domain values) {
        return new Argument(options, dest, action, nargs, values, presence, look);
    }

    public Argument with(Presence there) {
        return new Argument(options, dest, action, nargs, domain, there, look);
    }

    public Argument with(Look name) {
        return new Argument(options, dest, action, nargs, domain, presence, name);
    }

    public Argument named(String name) {
        return new Argument(options, name, action, nargs, domain, presence, look);
    }

    public boolean isOption() {
        return !options.isEmpty();
    }

    /** Required as argparse sees it: a positional is, unless it may be empty. */
    public boolean isRequired() {
        return switch (nargs.shape()) {
            case OPTIONAL -> isOption() && presence.required();
            case ANY -> isOption() ? presence.required() : presence.preset() instanceof Value.None;
            default -> !isOption() || presence.required();
        };
    }

    /** Its name in refusals: all option strings, or the metavar, or the dest. */
    public String name() {
        return isOption() ? String.join("/", options) : look.metavar().orElse(dest);
    }

    /** The word that stands for its value in usage. */
    String valueWord() {
        if (look.metavar().isPresent()) {
            return look.metavar().get();
        }
        if (!domain.choices().isEmpty()) {
            return "{" + String.join(",", domain.choices().stream().map(Value::str).toList()) + "}";
        }
        return isOption() ? dest.toUpperCase(Locale.ROOT) : dest;
    }
}
