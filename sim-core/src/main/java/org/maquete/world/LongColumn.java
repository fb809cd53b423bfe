package org.maquete.world;

import java.util.Arrays;

/**
 * A column of {@code long}s beside the rows of a table, indexed by row id; unset entries are 0.
 * Inner loops scan it page by page. Pages are copied on the first write after a fork; a page that
 * was never written is one that all columns share.
 */
public final class LongColumn {

    /** log2 of the number of entries in a page. */
    public static final int PAGE_BITS = 8;

    private static final int INDEX_LIMIT = 1 << 30;
    private static final int MASK = (1 << PAGE_BITS) - 1;

    private static final boolean[] NONE = {};
    private static final long[] ZEROS = new long[1 << PAGE_BITS];

    private long[][] pages;

    /** Which pages may be written; the others are shared with forks, or are zeros. */
    private boolean[] ours;

    LongColumn() {
        this(new long[0][]);
    }

    private LongColumn(long[][] pages) {
        this.pages = pages;
        ours = NONE;
    }

    LongColumn fork() {
        ours = NONE;
        return new LongColumn(pages);
    }

    /** The entry at {@code index}; 0 where nothing was written. */
    public long get(int index) {
        int page = index >> PAGE_BITS;
        return page < pages.length ? pages[page][index & MASK] : 0;
    }

    /** How many pages there are. */
    public int pageCount() {
        return pages.length;
    }

    /** The entries of one page, to be read only. */
    public long[] page(int page) {
        return pages[page];
    }

    void set(int index, long value) {
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

    private long[] writable(int page) {
        if (page >= ours.length || !ours[page]) {
            if (ours.length == 0) { // the directory is shared too
                pages = pages.clone();
            }
            ours = Arrays.copyOf(ours, pages.length);
            ours[page] = true;
            pages[page] = pages[page].clone();
        }
        return pages[page];
    }

    private void grow(int count) {
        long[][] more = Arrays.copyOf(pages, count);
        Arrays.fill(more, pages.length, count, ZEROS);
        pages = more;
        ours = Arrays.copyOf(ours, count);
    }

    boolean sameAs(LongColumn other) {
        int count = Math.max(pages.length, other.pages.length) << PAGE_BITS;
        for (int i = 0; i < count; i++) {
            if (get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
