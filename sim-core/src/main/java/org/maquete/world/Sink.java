package org.maquete.world;

import java.util.List;

/**
 * Takes the fields of a row or a fact one by one, in a fixed order. Printing, hashing, comparing
 * and the generic table of the window all read a record through this one door.
 */
public interface Sink {

    /** A text field. */
    Sink text(String name, String value);

    /** A whole number, also a time in nanoseconds or an amount in the unit that the name says. */
    Sink number(String name, long value);

    /** A number that the real program holds as a double. */
    Sink real(String name, double value);

    /** A truth value. */
    Sink flag(String name, boolean value);

    /** Texts in order. */
    Sink texts(String name, List<String> values);

    /** Numbers in order. */
    Sink ints(String name, Ints values);
}
