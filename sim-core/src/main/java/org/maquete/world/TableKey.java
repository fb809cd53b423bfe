package org.maquete.world;

/**
 * Names a table; a constant of the subsystem that owns it.
 *
 * @param name {@code subsystem.noun}, unique in a schema
 * @param keyed whether rows can be looked up by natural key; without, the id is the natural key
 * @param <R> the type of the rows
 */
@SuppressWarnings("UnusedTypeParameter") // R types the look-ups
public record TableKey<R extends Row>(String name, boolean keyed) {

    /** A table whose rows are looked up by natural key too. */
    public static <R extends Row> TableKey<R> keyed(String name) {
        return new TableKey<>(name, true);
    }

    /** A table of very many rows whose id is their only key. */
    public static <R extends Row> TableKey<R> dense(String name) {
        return new TableKey<>(name, false);
    }
}
