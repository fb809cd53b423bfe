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

    private @Nullable Page[] pages;
    private Stamp owner;
    private boolean pagesShared;

    private static final class Page {
        private final Stamp owner;
        private final @Nullable String[] keys;

        Page(Stamp owner, @Nullable String[] keys) {
            this.owner = owner;
            this.keys = keys;
        }
    }

    KeyColumn() {
        this(new Page[0], new Stamp(), false);
    }

    private KeyColumn(@Nullable Page[] pages, Stamp owner, boolean pagesShared) {
        this.pages = pages;
        this.owner = owner;
        this.pagesShared = pagesShared;
    }

    KeyColumn fork() {
        owner = new Stamp();
        pagesShared = true;
        return new KeyColumn(pages, new Stamp(), true);
    }

    String get(int id) {
        Page page = pages[id >> BITS];
        String key = page == null ? null : page.keys[id & PAGE - 1];
        if (key == null) {
            throw new IllegalStateException("expected a key of row " + id + ", found none");
        }
        return key;
    }

    void set(int id, @Nullable String key) {
        int at = id >> BITS;
        if (at >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(at + 1, pages.length + (pages.length >> 1)));
            pagesShared = false;
        }
        Page page = pages[at];
        if (page == null || page.owner != owner) {
            if (pagesShared) {
                pages = pages.clone();
                pagesShared = false;
            }
            page = new Page(owner, page == null ? new String[PAGE] : page.keys.clone());
            pages[at] = page;
        }
        page.keys[id & PAGE - 1] = key;
    }
}
