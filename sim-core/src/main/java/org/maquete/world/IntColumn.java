package org.maquete.world;

import java.util.Arrays;

/**
 * A column of {@code int}s beside the rows of a table, indexed by row id; unset entries are 0.
 * Inner loops scan it page by page. Pages are copied on the first write after a fork; a page that
 * was never written is one that all columns share.
 */
public final class IntColumn {

    /** log2 of the number of entries in a page. */
    public static final int PAGE_BITS = 8;

    private static final int INDEX_LIMIT = 1 << 30;
    private static final int MASK = (1 << PAGE_BITS) - 1;

    private Page[] pages;
    private Stamp owner;
    private boolean pagesShared;

    private static final class Page {
        private final Stamp owner;
        private final int[] values;

        Page(Stamp owner, int[] values) {
            this.owner = owner;
            this.values = values;
        }
    }

    private static final Page ZEROS = new Page(new Stamp(), new int[1 << PAGE_BITS]);

    IntColumn() {
        this(new Page[0], new Stamp(), false);
    }

    private IntColumn(Page[] pages, Stamp owner, boolean pagesShared) {
        this.pages = pages;
        this.owner = owner;
        this.pagesShared = pagesShared;
    }

    IntColumn fork() {
        owner = new Stamp();
        pagesShared = true;
        return new IntColumn(pages, new Stamp(), true);
    }

    /** The entry at {@code index}; 0 where nothing was written. */
    public int get(int index) {
        int page = index >> PAGE_BITS;
        return page < pages.length ? pages[page].values[index & MASK] : 0;
    }

    /** How many pages there are. */
    public int pageCount() {
        return pages.length;
    }

    /** The entries of one page, to be read only. */
    public int[] page(int page) {
        return pages[page].values;
    }

    void set(int index, int value) {
        if (index < 0 || index >= INDEX_LIMIT) {
            throw new IndexOutOfBoundsException(
                    "expected an index from 0 below " + INDEX_LIMIT + ", found " + index);
        }
        int page = index >> PAGE_BITS;
        if (page >= pages.length) {
            grow(page + 1);
        }
        writable(page)[index & MASK] = value;
    }

    private int[] writable(int page) {
        Page old = pages[page];
        if (old.owner == owner) {
            return old.values;
        }
        if (pagesShared) {
            pages = pages.clone();
            pagesShared = false;
        }
        Page copy = new Page(owner, old.values.clone());
        pages[page] = copy;
        return copy.values;
    }

    private void grow(int count) {
        Page[] more = Arrays.copyOf(pages, count);
        for (int i = pages.length; i < count; i++) {
            more[i] = ZEROS;
        }
        pages = more;
        pagesShared = false;
    }

    boolean sameAs(IntColumn other) {
        int count = Math.max(pages.length, other.pages.length) << PAGE_BITS;
        for (int i = 0; i < count; i++) {
            if (get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
