package org.maquete.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds: pages of rows, the natural keys, the groups. One body is read by all tables
 * that were forked from one another and not written since; a table writes only a body that it alone
 * has (see {@link Table}).
 *
 * @param <R> the type of the rows
 */
final class TableBody<R extends Row> {

    private static final int BITS = 8;
    private static final int MASK = Table.PAGE_ROWS - 1;
    private static final int ROW_LIMIT = 1 << 30;

    private static final boolean[] NONE = {};
    private static final @Nullable Row[] EMPTY = new Row[0];

    private final TableKey<R> key;
    private final List<Groups<R>> groups;
    private @Nullable KeyIndex index;
    private boolean indexLent;
    private @Nullable Row[][] pages;

    /** Which pages may be written; the others belong to the bodies before. */
    private boolean[] ours = NONE;

    private int next;
    private int living;
    private long version;

    TableBody(TableKey<R> key) {
        this.key = key;
        groups = new ArrayList<>(key.groupings().size());
        key.groupings().forEach(each -> groups.add(new Groups<>(each)));
        index = key.keyed() ? new KeyIndex() : null;
        pages = new Row[0][];
    }

    /** One that can be written; {@code from} is not written any more. */
    TableBody(TableBody<R> from) {
        key = from.key;
        groups = new ArrayList<>(from.groups.size());
        for (Groups<R> each : from.groups) {
            groups.add(each.fork());
        }
        index = from.index;
        indexLent = true;
        pages = from.pages;
        next = from.next;
        living = from.living;
        version = from.version;
    }

    TableKey<R> key() {
        return key;
    }

    int next() {
        return next;
    }

    int living() {
        return living;
    }

    long version() {
        return version;
    }

    List<Groups<R>> groups() {
        return groups;
    }

    KeyIndex index() {
        if (index == null) {
            throw new IllegalStateException(key.name() + " is not looked up by natural key");
        }
        return index;
    }

    /** The row with this id, or null; ids below {@link #next} only. */
    @SuppressWarnings("unchecked") // only rows of type R are inserted
    @Nullable R row(int id) {
        return (R) pages[id >> BITS][id & MASK];
    }

    R get(int id) {
        R row = id >= 0 && id < next ? row(id) : null;
        if (row == null) {
            throw new NoSuchElementException(
                    "expected a row " + id + " in " + key.name() + ", found ids 0.." + (next - 1));
        }
        return row;
    }

    @SuppressWarnings("ReferenceEquality") // the very same memory is asked for
    boolean sharesPage(TableBody<R> other, int page) {
        return page < pages.length && page < other.pages.length && pages[page] == other.pages[page];
    }

    void insert(R row) {
        if (row.id() != next || next >= ROW_LIMIT) {
            throw new IllegalArgumentException(
                    "expected id "
                            + next
                            + " (at most "
                            + ROW_LIMIT
                            + ") for a new row of "
                            + key.name()
                            + ", found "
                            + row);
        }
        KeyIndex keys = ownIndex();
        if (keys != null) {
            String naturalKey = row.key();
            if (keys.find(naturalKey) >= 0) {
                throw new IllegalArgumentException(
                        "expected a new key in " + key.name() + ", found " + naturalKey + " twice");
            }
            keys.put(naturalKey, row.id());
        }
        next++;
        living++;
        write(row.id(), row);
        for (Groups<R> each : groups) {
            each.inserted(row);
        }
    }

    void set(R row) {
        R old = get(row.id());
        write(row.id(), row);
        for (Groups<R> each : groups) {
            each.replaced(old, row);
        }
    }

    void remove(int id) {
        R old = get(id);
        KeyIndex keys = ownIndex();
        if (keys != null) {
            keys.remove(old.key());
        }
        for (Groups<R> each : groups) {
            each.removed(old);
        }
        living--;
        write(id, null);
    }

    private @Nullable KeyIndex ownIndex() {
        if (indexLent && index != null) {
            index = index.fork();
        }
        indexLent = false;
        return index;
    }

    private void write(int id, @Nullable Row row) {
        int page = id >> BITS;
        if (page >= pages.length) {
            grow(Math.max(page + 1, pages.length + (pages.length >> 1)));
        }
        if (page >= ours.length || !ours[page]) {
            if (ours.length == 0) { // the directory is shared too
                pages = pages.clone();
            }
            ours = Arrays.copyOf(ours, pages.length);
            ours[page] = true;
            pages[page] = Arrays.copyOf(pages[page], Table.PAGE_ROWS);
        }
        pages[page][id & MASK] = row;
        version++;
    }

    private void grow(int count) {
        @Nullable Row[][] more = Arrays.copyOf(pages, count);
        Arrays.fill(more, pages.length, count, EMPTY);
        pages = more;
        ours = Arrays.copyOf(ours, count);
    }
}
