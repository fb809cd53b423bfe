package org.maquete.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, read by id, by natural key or in order of id.
 *
 * <p>Layout: a directory of pages of {@value #PAGE_ROWS} references. The table and each page carry
 * an owner, a plain object compared by reference. {@link #fork} gives parent and child new owners
 * and lets both point to the same directory; a write whose page has another owner copies the page
 * (and the directory once). So a fork is O(1), and the first write to a page after it copies that
 * page, which is 1 KiB; the first write of all also copies the directory, 4 bytes for each page.
 *
 * @param <R> the type of the rows
 */
public final class Table<R extends Row> implements Iterable<R> {

    /** Rows in a page. */
    public static final int PAGE_ROWS = 256;

    private static final int BITS = 8;
    private static final int MASK = PAGE_ROWS - 1;
    private static final int ROW_LIMIT = 1 << 30;

    private final TableKey<R> key;
    private final List<Groups<R>> groups;
    private @Nullable KeyIndex index;
    private Page[] pages = new Page[0];
    private Stamp owner = new Stamp();
    private boolean pagesShared;
    private int next;
    private int living;
    private long version;

    private static final class Page {
        final Stamp owner;
        final @Nullable Row[] rows;

        Page(Stamp owner, @Nullable Row[] rows) {
            this.owner = owner;
            this.rows = rows;
        }
    }

    Table(TableKey<R> key) {
        this(key, new ArrayList<>(key.groupings().size()));
        key.groupings().forEach(each -> groups.add(new Groups<>(each)));
    }

    private Table(TableKey<R> key, List<Groups<R>> groups) {
        this.key = key;
        this.groups = groups;
        this.index = key.keyed() ? new KeyIndex() : null;
    }

    Table<R> fork() {
        List<Groups<R>> forked = new ArrayList<>(groups.size());
        for (Groups<R> each : groups) {
            forked.add(each.fork());
        }
        Table<R> child = new Table<>(key, forked);
        child.index = index == null ? null : index.fork();
        child.pages = pages;
        child.pagesShared = true;
        child.next = next;
        child.living = living;
        child.version = version;
        pagesShared = true;
        owner = new Stamp();
        return child;
    }

    /** The key this table was declared under. */
    public TableKey<R> key() {
        return key;
    }

    /** The id that the next row will get: all ids below it have been given out. */
    public int nextId() {
        return next;
    }

    /** How many rows live. */
    public int count() {
        return living;
    }

    /** Grows with every write: two reads with the same number saw the same rows. */
    public long version() {
        return version;
    }

    /** Whether a row with this id lives. */
    public boolean has(int id) {
        return id >= 0 && id < next && row(id) != null;
    }

    /** The living row with this id. */
    public R get(int id) {
        R row = id >= 0 && id < next ? row(id) : null;
        if (row == null) {
            throw new NoSuchElementException(
                    "expected a row " + id + " in " + key.name() + ", found ids 0.." + (next - 1));
        }
        return row;
    }

    /** The id of the living row with this natural key, or -1. */
    public int idOf(String naturalKey) {
        if (index == null) {
            throw new IllegalStateException(key.name() + " is not looked up by natural key");
        }
        return index.find(naturalKey);
    }

    /** The id of the living row with the natural key {@code first + " " + second}, or -1. */
    public int idOf(String first, String second) {
        if (index == null) {
            throw new IllegalStateException(key.name() + " is not looked up by natural key");
        }
        return index.find(first, second);
    }

    /** The living row with the natural key {@code first + " " + second}, if any. */
    public Optional<R> find(String first, String second) {
        int id = idOf(first, second);
        return id < 0 ? Optional.empty() : Optional.of(get(id));
    }

    /** The living row with the natural key {@code first + " " + second}. */
    public R get(String first, String second) {
        int id = idOf(first, second);
        return id < 0 ? get(first + " " + second) : get(id);
    }

    /** Whether a row with this natural key lives. */
    public boolean has(String naturalKey) {
        return idOf(naturalKey) >= 0;
    }

    /** The living row with this natural key, if any. */
    public Optional<R> find(String naturalKey) {
        int id = idOf(naturalKey);
        return id < 0 ? Optional.empty() : Optional.of(get(id));
    }

    /** The living row with this natural key. */
    public R get(String naturalKey) {
        int id = idOf(naturalKey);
        if (id < 0) {
            throw new NoSuchElementException(
                    "expected a row \"" + naturalKey + "\" in " + key.name() + ", found none");
        }
        return get(id);
    }

    /** Living rows in order of id. */
    @Override
    public Iterator<R> iterator() {
        return new Iterator<>() {
            private int at = after(-1);

            @Override
            public boolean hasNext() {
                return at < next;
            }

            @Override
            public R next() {
                R row = get(at);
                at = after(at);
                return row;
            }
        };
    }

    /** Living rows in order of id. */
    public Stream<R> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Living rows that pass, in order of id. */
    public List<R> where(Predicate<? super R> test) {
        List<R> rows = new ArrayList<>();
        for (R row : this) {
            if (test.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private int after(int id) {
        int at = id + 1;
        while (at < next && row(at) == null) {
            at++;
        }
        return at;
    }

    @SuppressWarnings("unchecked") // only rows of type R are inserted
    private @Nullable R row(int id) {
        return (R) pages[id >> BITS].rows[id & MASK];
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
        if (index != null) {
            String naturalKey = row.key();
            if (index.find(naturalKey) >= 0) {
                throw new IllegalArgumentException(
                        "expected a new key in " + key.name() + ", found " + naturalKey + " twice");
            }
            index.put(naturalKey, row.id());
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
        if (index != null) {
            index.remove(old.key());
        }
        for (Groups<R> each : groups) {
            each.removed(old);
        }
        living--;
        write(id, null);
    }

    private void write(int id, @Nullable R row) {
        int page = id >> BITS;
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length + (pages.length >> 1)));
            pagesShared = false;
            fillWithPages();
        } else if (pages[page].owner != owner) {
            if (pagesShared) {
                pages = pages.clone();
                pagesShared = false;
            }
            pages[page] = new Page(owner, pages[page].rows.clone());
        }
        pages[page].rows[id & MASK] = row;
        version++;
    }

    private void fillWithPages() {
        for (int i = pages.length - 1; i >= 0 && pages[i] == null; i--) {
            pages[i] = new Page(owner, new Row[PAGE_ROWS]);
        }
    }

    /** The rows whose natural key is no longer the one under which they are found. */
    List<R> strangers() {
        KeyIndex known = index;
        return known == null ? List.of() : where(row -> !row.key().equals(known.keyOf(row.id())));
    }

    List<R> group(int number, String of) {
        return groups.get(number).rows(of, this);
    }

    List<Groups<R>> groups() {
        return groups;
    }

    /** Whether page {@code page} is the very same memory in both: then no row in it differs. */
    boolean sharesPage(Table<R> other, int page) {
        return page < pages.length && page < other.pages.length && pages[page] == other.pages[page];
    }

    void encode(DigestSink sink) {
        sink.text("table", key.name());
        for (R row : this) {
            sink.word(row.id());
            row.encode(sink);
        }
    }
}
