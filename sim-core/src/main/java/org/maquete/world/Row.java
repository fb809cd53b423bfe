package org.maquete.world;

/**
 * An immutable record of one thing. The record's fields are ids and values; a row never holds
 * another row.
 */
public interface Row {

    /** The dense number of this row in its table: from 0 in order of creation, never reused. */
    int id();

    /** The name the real system gives the thing; unique among the living rows of the table. */
    String key();

    /**
     * Writes every field but {@link #id()}, in declaration order. Handles of pending events are
     * left out: they differ between branches that are equal.
     */
    void encode(Sink sink);
}
