package org.maquete.tool.gnuflag;

import java.util.List;
import java.util.Optional;

/**
 * One flag of a command.
 *
 * @param names all its names without dashes; the first is the one its values are kept under
 * @param isBool whether it needs no value
 * @param check the refusal of a value, empty when it is taken
 */
public record Flag(List<String> names, boolean isBool, Check check) {

    /** Looks at a value as the flag's {@code Set} does. */
    @FunctionalInterface
    public interface Check {

        /** The text of the error; empty when the value is taken. */
        Optional<String> refusal(String value);
    }

    public Flag {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("expected a name of the flag, found none");
        }
    }

    /** A flag with any text. */
    public static Flag text(String... names) {
        return new Flag(List.of(names), false, _ -> Optional.empty());
    }

    /** A flag that is there or not, or has a value as {@code --x=false}. */
    public static Flag bool(String... names) {
        return new Flag(List.of(names), true, GoText::boolRefusal);
    }

    /** A flag with an integer of 64 bits. */
    public static Flag whole(String... names) {
        return new Flag(List.of(names), false, GoText::wholeRefusal);
    }

    /** A flag with a duration, as {@code 1h30m}. */
    public static Flag duration(String... names) {
        return new Flag(List.of(names), false, GoText::durationRefusal);
    }

    /** A flag with a type of its own. */
    public static Flag checked(Check check, String... names) {
        return new Flag(List.of(names), false, check);
    }

    /** The name its values are kept under. */
    public String name() {
        return names.getFirst();
    }
}
