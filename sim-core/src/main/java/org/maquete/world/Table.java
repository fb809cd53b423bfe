package org.maquete.world;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows of one kind, read by id, by natural key or in order of id.
 *
 * <p>Layout: a directory of pages of {@value #PAGE_ROWS} references, in a body. A fork lets parent
 * and child read the same body; the first write of either makes a body of its own, which shares the
 * directory and the pages, and remembers which of them it has copied: a write to another copies the
 * page first (and the directory once). So a fork is O(1) and costs nothing for what is not written;
 * the first write to a page after it copies that page, which is 1 KiB, and the first of all also
 * the directory, 4 bytes for each page.
 *
 * @param <R> the type of the rows
 */
public final class Table<R extends Row> implements Iterable<R> {

    /** Rows in a page. */
    public static final int PAGE_ROWS = 256;

    private final TableKey<R> key;

    /** The number of who may write it; -1 for a table within another. */
    private final int owner;

    private TableBody<R> body;
    private boolean lent;

    Table(TableKey<R> key, int owner) {
        this(key, owner, new TableBody<>(key), false);
    }

    private Table(TableKey<R> key, int owner, TableBody<R> body, boolean lent) {
        this.key = key;
        this.owner = owner;
        this.body = body;
        this.lent = lent;
    }

    Table<R> fork() {
        lent = true;
        return new Table<>(key, owner, body, true);
    }

    int owner() {
        return owner;
    }

    /** The key this table was declared under. */
    public TableKey<R> key() {
        return key;
    }

    /** The id that the next row will get: all ids below it have been given out. */
    public int nextId() {
        return body.next();
    }

    /** How many rows live. */
    public int count() {
        return body.living();
    }

    /** Grows with every write: two reads with the same number saw the same rows. */
    public long version() {
        return body.version();
    }

    /** Whether a row with this id lives. */
    public boolean has(int id) {
        return id >= 0 && id < body.next() && body.row(id) != null;
    }

    /** The living row with this id. */
    public R get(int id) {
        return body.get(id);
    }

    /** The id of the living row with this natural key, or -1. */
    public int idOf(String naturalKey) {
        return body.index().find(naturalKey);
    }

    /** The id of the living row with the natural key {@code first + " " + second}, or -1. */
    public int idOf(String first, String second) {
        return body.index().find(first, second);
    }

    /** The id of the living row with the natural key of these three, blanks between, or -1. */
    public int idOf(String first, String second, String third) {
        return body.index().find(first, second, third);
    }

    /** The natural key of the living row with this id, which needs not be put together again. */
    public String keyOf(int id) {
        return body.index().keyOf(id);
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
                    "expected a row \"" + naturalKey + "\" in " + key().name() + ", found none");
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
                return at < body.next();
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
        while (at < body.next() && body.row(at) == null) {
            at++;
        }
        return at;
    }

    void insert(R row) {
        own().insert(row);
    }

    void set(R row) {
        own().set(row);
    }

    void remove(int id) {
        own().remove(id);
    }

    private TableBody<R> own() {
        if (lent) {
            body = new TableBody<>(body);
            lent = false;
        }
        return body;
    }

    /** The rows whose natural key is no longer the one under which they are found. */
    List<R> strangers() {
        return key().keyed()
                ? where(row -> !row.key().equals(body.index().keyOf(row.id())))
                : List.of();
    }

    List<R> group(int number, String of) {
        return body.groups().get(number).rows(of, this);
    }

    List<Groups<R>> groups() {
        return body.groups();
    }

    /** Whether page {@code page} is the very same memory in both: then no row in it differs. */
    boolean sharesPage(Table<R> other, int page) {
        return body.sharesPage(other.body, page);
    }

    void encode(DigestSink sink) {
        sink.text("table", key().name());
        for (R row : this) {
            sink.word(row.id());
            row.encode(sink);
        }
    }
}
