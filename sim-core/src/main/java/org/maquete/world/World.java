package org.maquete.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tables, columns and projections at one instant. Reading is free for all; writing goes through
 * {@link #edits}. A world belongs to one thread at a time; forks of it may go to other threads.
 */
public final class World {

    private final Schema schema;
    private final Table<?>[] tables;
    private final IntColumn[] ints;
    private final LongColumn[] longs;
    private final @Nullable Cached[] cached;

    private static final class Cached {
        private final Object value;
        private final long[] versions;

        Cached(Object value, long[] versions) {
            this.value = value;
            this.versions = versions;
        }
    }

    /** An empty world of this shape. */
    public World(Schema schema) {
        this.schema = schema;
        List<TableKey<?>> keys = schema.tables();
        tables = new Table<?>[keys.size()];
        Arrays.setAll(tables, i -> new Table<>(keys.get(i), schema.tableOwner(i)));
        ints = new IntColumn[schema.intColumns().size()];
        Arrays.setAll(ints, i -> new IntColumn());
        longs = new LongColumn[schema.longColumns().size()];
        Arrays.setAll(longs, i -> new LongColumn());
        cached = new Cached[schema.projections().size()];
    }

    private World(World parent) {
        schema = parent.schema;
        tables = new Table<?>[parent.tables.length];
        Arrays.setAll(tables, i -> parent.tables[i].fork());
        ints = new IntColumn[parent.ints.length];
        Arrays.setAll(ints, i -> parent.ints[i].fork());
        longs = new LongColumn[parent.longs.length];
        Arrays.setAll(longs, i -> parent.longs[i].fork());
        cached = parent.cached.clone();
    }

    /** A second world that starts equal and goes its own way; neither sees the other's writes. */
    public World fork() {
        return new World(this);
    }

    /** The shape of this world. */
    public Schema schema() {
        return schema;
    }

    /** The rows of a table. */
    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // keys are constants: none equals another
    public <R extends Row> Table<R> table(TableKey<R> key) {
        int likely = key.likelyPlace();
        if (likely < tables.length && tables[likely].key() == key) {
            return (Table<R>) tables[likely];
        }
        for (Table<?> table : tables) {
            if (table.key() == key) {
                return (Table<R>) table;
            }
        }
        throw Schema.undeclared(key);
    }

    /** The rows that share {@code of}, in order of id; a list of the caller's own. */
    public <R extends Row> List<R> group(Grouping<R> grouping, String of) {
        return table(grouping.table()).group(grouping.number(), of);
    }

    /** A column of {@code int}. */
    public IntColumn ints(ColumnKey<ColumnKey.Ints> key) {
        return ints[schema.slot(key)];
    }

    /** A column of {@code long}. */
    public LongColumn longs(ColumnKey<ColumnKey.Longs> key) {
        return longs[schema.slot(key)];
    }

    /** The value of a projection, computed if an input changed since the last time. */
    @SuppressWarnings("unchecked") // the slot of a projection holds what its compute returned
    public <T> T get(Projection<T> projection) {
        int slot = schema.slot(projection);
        long[] versions = new long[projection.inputs().size()];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = table(projection.inputs().get(i)).version();
        }
        Cached last = cached[slot];
        if (last != null && Arrays.equals(last.versions, versions)) {
            return (T) last.value;
        }
        T value = projection.compute().apply(this);
        cached[slot] = new Cached(value, versions);
        return value;
    }

    /** What {@code owner} may write of this world. For the kernel. */
    public Edits edits(int owner) {
        return new Edits(this, owner);
    }

    /** A hash of every row of every table: equal worlds have equal hashes on every machine. */
    public long digest() {
        DigestSink sink = new DigestSink();
        for (Table<?> table : tables) {
            table.encode(sink);
        }
        return sink.value();
    }

    /**
     * The names of columns, groupings and projections that differ from what the rows give anew, and
     * of rows that are found under another key than theirs; empty is right.
     */
    public List<String> stale() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < ints.length; i++) {
            ColumnKey<ColumnKey.Ints> key = schema.intColumns().get(i);
            IntColumn fresh = new IntColumn();
            key.rebuild().fill(this, (index, value) -> fresh.set(index, Math.toIntExact(value)));
            if (!fresh.sameAs(ints[i])) {
                wrong.add(key.name());
            }
        }
        for (int i = 0; i < longs.length; i++) {
            ColumnKey<ColumnKey.Longs> key = schema.longColumns().get(i);
            LongColumn fresh = new LongColumn();
            key.rebuild().fill(this, fresh::set);
            if (!fresh.sameAs(longs[i])) {
                wrong.add(key.name());
            }
        }
        for (Table<?> table : tables) {
            stale(table, wrong);
        }
        for (Projection<?> projection : schema.projections()) {
            if (!get(projection).equals(projection.compute().apply(this))) {
                wrong.add(projection.name());
            }
        }
        return wrong;
    }

    private static <R extends Row> void stale(Table<R> table, List<String> wrong) {
        for (R row : table.strangers()) {
            wrong.add(table.key().name() + ", whose natural key never changes: " + row);
        }
        for (Groups<R> groups : table.groups()) {
            if (!groups.isOf(table)) {
                wrong.add(groups.grouping().name());
            }
        }
    }
}
