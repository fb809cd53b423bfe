package org.maquete.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Names a table; a constant of the subsystem that owns it. Two keys are never equal: a schema takes
 * each name once.
 *
 * @param <R> the type of the rows
 */
public final class TableKey<R extends Row> {

    private final String name;
    private final boolean keyed;
    private final List<Grouping<R>> groupings = new ArrayList<>(0);

    /** Where the schema that took it last keeps it; others may keep it elsewhere. */
    private int likelyPlace;

    private TableKey(String name, boolean keyed) {
        this.name = name;
        this.keyed = keyed;
    }

    /** A table whose rows are looked up by natural key too. */
    public static <R extends Row> TableKey<R> keyed(String name) {
        return new TableKey<>(name, true);
    }

    /** A table of very many rows whose id is their only key. */
    public static <R extends Row> TableKey<R> dense(String name) {
        return new TableKey<>(name, false);
    }

    /**
     * Keeps the rows also by something that several share; a constant beside the key.
     *
     * @param of what is shared; a component of the row, so that it costs nothing to read
     */
    public Grouping<R> by(String what, Function<R, String> of) {
        Grouping<R> grouping = new Grouping<>(name + " by " + what, this, groupings.size(), of);
        groupings.add(grouping);
        return grouping;
    }

    /** Where to look first; a guess, so that it does not matter who wrote it last. */
    int likelyPlace() {
        return likelyPlace;
    }

    void likelyPlace(int place) {
        likelyPlace = place;
    }

    List<Grouping<R>> groupings() {
        return groupings;
    }

    /** {@code subsystem.noun}, unique in a schema. */
    public String name() {
        return name;
    }

    /** Whether rows can be looked up by natural key; without, the id is the natural key. */
    public boolean keyed() {
        return keyed;
    }

    @Override
    public String toString() {
        return "table " + name;
    }
}
