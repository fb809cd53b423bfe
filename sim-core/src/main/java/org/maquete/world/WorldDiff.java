package org.maquete.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs between two worlds of one schema, row by row and field by field. */
public final class WorldDiff {

    /** How a row differs. */
    public enum Kind {
        /** Only the second world has it. */
        ADDED,
        /** Only the first world has it. */
        REMOVED,
        /** Both have it, with other fields. */
        CHANGED
    }

    /**
     * One row that differs.
     *
     * @param table the table's name
     * @param key the row's natural key
     * @param fields for a changed row the fields that differ; for the others all of the row that is
     */
    public record Entry(String table, String key, Kind kind, List<Change> fields) {}

    /** One field; a side that has no such row is the empty text. */
    public record Change(String field, String before, String after) {}

    private WorldDiff() {}

    /**
     * All differences, in order of table, then the order of the rows in the world that has them.
     */
    public static List<Entry> between(World before, World after) {
        List<Entry> entries = new ArrayList<>();
        for (TableKey<?> key : before.schema().tables()) {
            compare(key, before, after, entries);
        }
        return entries;
    }

    private static <R extends Row> void compare(
            TableKey<R> key, World before, World after, List<Entry> out) {
        compare(before.table(key), after.table(key), out);
    }

    private static <R extends Row> void compare(Table<R> a, Table<R> b, List<Entry> out) {
        for (int id = 0; id < a.nextId(); id++) {
            if ((id & Table.PAGE_ROWS - 1) == 0 && a.sharesPage(b, id / Table.PAGE_ROWS)) {
                id += Table.PAGE_ROWS - 1;
            } else if (a.has(id)) {
                one(a.key(), a.get(id), partner(a.get(id), b), out);
            }
        }
        for (int id = 0; id < b.nextId(); id++) {
            if ((id & Table.PAGE_ROWS - 1) == 0 && b.sharesPage(a, id / Table.PAGE_ROWS)) {
                id += Table.PAGE_ROWS - 1;
            } else if (b.has(id) && partner(b.get(id), a).isEmpty()) {
                R row = b.get(id);
                List<Change> fields =
                        FieldSink.of(row).stream()
                                .map(f -> new Change(f.name(), "", f.value()))
                                .toList();
                out.add(new Entry(b.key().name(), row.key(), Kind.ADDED, fields));
            }
        }
    }

    private static <R extends Row> Optional<R> partner(R row, Table<R> other) {
        if (other.key().keyed()) {
            return other.find(row.key());
        }
        return other.has(row.id()) ? Optional.of(other.get(row.id())) : Optional.empty();
    }

    private static <R extends Row> void one(
            TableKey<R> key, R before, Optional<R> after, List<Entry> out) {
        List<FieldSink.Field> old = FieldSink.of(before);
        if (after.isEmpty()) {
            List<Change> fields =
                    old.stream().map(f -> new Change(f.name(), f.value(), "")).toList();
            out.add(new Entry(key.name(), before.key(), Kind.REMOVED, fields));
            return;
        }
        List<FieldSink.Field> now = FieldSink.of(after.get());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!old.get(i).value().equals(now.get(i).value())) {
                changes.add(new Change(old.get(i).name(), old.get(i).value(), now.get(i).value()));
            }
        }
        if (!changes.isEmpty()) {
            out.add(new Entry(key.name(), before.key(), Kind.CHANGED, changes));
        }
    }
}
