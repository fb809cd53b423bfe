package org.maquete.world;

/**
 * Names a column and says how it follows from the rows.
 *
 * @param name {@code subsystem.noun}, unique in a schema
 * @param rebuild computes the whole column anew from the tables; checked against the incremental
 *     one
 * @param <C> {@link Ints} or {@link Longs}
 */
public record ColumnKey<C extends ColumnKey.Rebuild>(String name, C rebuild) {

    /** How a column is computed from scratch. */
    public sealed interface Rebuild {}

    /** Writes one entry of a column under construction. */
    public interface Put {
        /** Sets the entry at {@code index}. */
        void put(int index, long value);
    }

    /** Fills a column of {@code int}. */
    public non-sealed interface Ints extends Rebuild {
        /** Puts every entry that is not 0. */
        void fill(World world, Put into);
    }

    /** Fills a column of {@code long}. */
    public non-sealed interface Longs extends Rebuild {
        /** Puts every entry that is not 0. */
        void fill(World world, Put into);
    }
}
