package org.maquete.juju.catalog;

/**
 * A status that a unit has under a condition, whatever its relations say. One that is {@code
 * active} replaces the usual message of a unit that is ready.
 *
 * @param text the status; the name of an option in braces stands for its value
 */
public record Gate(Condition when, StatusText text, Order order) {

    /** When a charm looks at it. */
    public enum Order {
        /** Before its relations. */
        EARLY,
        /** Together with its relations. */
        BESIDE,
        /** When nothing else is wrong. */
        LAST
    }
}
