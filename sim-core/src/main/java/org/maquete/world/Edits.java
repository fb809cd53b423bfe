package org.maquete.world;

import java.util.function.UnaryOperator;

/** Writes to the tables and columns of one owner; anything else is refused with an exception. */
public final class Edits {

    private final World world;
    private final int owner;

    Edits(World world, int owner) {
        this.world = world;
        this.owner = owner;
    }

    /** The world as written so far. */
    public World world() {
        return world;
    }

    /** Adds a row; its id must be the table's {@link Table#nextId()}. */
    public <R extends Row> void insert(TableKey<R> key, R row) {
        own(key).insert(row);
    }

    /** Replaces the row of the same id; its natural key stays what it is. */
    public <R extends Row> void set(TableKey<R> key, R row) {
        own(key).set(row);
    }

    /** Replaces the row with this natural key by what {@code change} makes of it. */
    public <R extends Row> void change(
            TableKey<R> key, String naturalKey, UnaryOperator<R> change) {
        Table<R> table = own(key);
        table.set(change.apply(table.get(naturalKey)));
    }

    /** Replaces the row with the natural key {@code first + " " + second}. */
    public <R extends Row> void change(
            TableKey<R> key, String first, String second, UnaryOperator<R> change) {
        Table<R> table = own(key);
        table.set(change.apply(table.get(first, second)));
    }

    /** Replaces the row with this id by what {@code change} makes of it. */
    public <R extends Row> void change(TableKey<R> key, int id, UnaryOperator<R> change) {
        Table<R> table = own(key);
        table.set(change.apply(table.get(id)));
    }

    /** Removes the row; its id is not given out again. */
    public <R extends Row> void remove(TableKey<R> key, int id) {
        own(key).remove(id);
    }

    /** Writes one entry of a column. */
    public void put(ColumnKey<ColumnKey.Ints> key, int index, int value) {
        check(world.schema().intOwner(world.schema().slot(key)), key.name());
        world.ints(key).set(index, value);
    }

    /** Writes one entry of a column. */
    public void put(ColumnKey<ColumnKey.Longs> key, int index, long value) {
        check(world.schema().longOwner(world.schema().slot(key)), key.name());
        world.longs(key).set(index, value);
    }

    private <R extends Row> Table<R> own(TableKey<R> key) {
        Table<R> table = world.table(key);
        check(table.owner(), key.name());
        return table;
    }

    private void check(int actual, String name) {
        if (actual != owner) {
            throw new IllegalStateException(
                    "a fold writes only its own tables: owner "
                            + owner
                            + " wrote "
                            + name
                            + " of "
                            + actual);
        }
    }
}
