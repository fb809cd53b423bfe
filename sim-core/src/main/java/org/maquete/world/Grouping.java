package org.maquete.world;

import java.util.function.Function;

/**
 * Rows of a table by something that several of them share, as the units of an application; made by
 * {@link TableKey#by}, read with {@link World#group}.
 *
 * <p>A write costs the size of its group (the ids are kept in an array that is copied), so it is
 * for groups of hundreds, not of millions. A row may change its group.
 *
 * @param <R> the type of the rows
 */
public final class Grouping<R extends Row> {

    private final String name;
    private final TableKey<R> table;
    private final int number;
    private final Function<R, String> of;

    Grouping(String name, TableKey<R> table, int number, Function<R, String> of) {
        this.name = name;
        this.table = table;
        this.number = number;
        this.of = of;
    }

    String name() {
        return name;
    }

    TableKey<R> table() {
        return table;
    }

    int number() {
        return number;
    }

    String of(R row) {
        return of.apply(row);
    }
}
