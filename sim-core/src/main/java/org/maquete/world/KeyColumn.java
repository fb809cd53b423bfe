package org.maquete.world;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The natural keys of a table by row id. They stand beside the rows, because most rows put their
 * key together anew each time they are asked; a key never changes, so a page is written rarely and
 * forks share it for long.
 */
final class KeyColumn {

    private static final int BITS = 8;
    private static final int PAGE = 1 << BITS;

    private static final boolean[] NONE = {};
    private static final @Nullable String[] EMPTY = new String[0];

    private @Nullable String[][] pages;

    /** Which pages may be written; the others are shared with forks, or do not exist yet. */
    private boolean[] ours;

    KeyColumn() {
        this(new String[0][]);
    }

    private KeyColumn(@Nullable String[][] pages) {
        this.pages = pages;
        ours = NONE;
    }

    KeyColumn fork() {
        ours = NONE;
        return new KeyColumn(pages);
    }

    String get(int id) {
        String key = pages[id >> BITS][id & PAGE - 1];
        if (key == null) {
            throw new IllegalStateException("expected a key of row " + id + ", found none");
        }
        return key;
    }

    void set(int id, @Nullable String key) {
        int at = id >> BITS;
        if (at >= pages.length) {
            grow(Math.max(at + 1, pages.length + (pages.length >> 1)));
        }
        if (at >= ours.length || !ours[at]) {
            if (ours.length == 0) { // the directory is shared too
                pages = pages.clone();
            }
            ours = Arrays.copyOf(ours, pages.length);
            ours[at] = true;
            pages[at] = Arrays.copyOf(pages[at], PAGE);
        }
        pages[at][id & PAGE - 1] = key;
    }

    private void grow(int count) {
        @Nullable String[][] more = Arrays.copyOf(pages, count);
        Arrays.fill(more, pages.length, count, EMPTY);
        pages = more;
        ours = Arrays.copyOf(ours, count);
    }
}
