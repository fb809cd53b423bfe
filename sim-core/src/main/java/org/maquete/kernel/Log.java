package org.maquete.kernel;

import java.util.Arrays;

/**
 * A list that only grows at its end and forks in constant time: both sides share all pages, and the
 * page being filled is copied by whoever appends next.
 */
final class Log<T> {

    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private Object[][] pages = new Object[0][];
    private int count;
    private boolean shared;

    int count() {
        return count;
    }

    @SuppressWarnings("unchecked") // only T is added
    T get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("expected 0.." + (count - 1) + ", found " + index);
        }
        return (T) pages[index >> BITS][index & MASK];
    }

    void add(T entry) {
        int page = count >> BITS;
        if (page >= pages.length) {
            int old = pages.length;
            pages = Arrays.copyOf(pages, Math.max(1, 2 * old));
            Arrays.fill(pages, old, pages.length, new Object[0]);
        } else if (shared) {
            pages = pages.clone();
            pages[page] = pages[page].clone();
        }
        shared = false;
        if (pages[page].length == 0) {
            pages[page] = new Object[1 << BITS];
        }
        pages[page][count & MASK] = entry;
        count++;
    }

    Log<T> fork() {
        Log<T> child = new Log<>();
        child.pages = pages;
        child.count = count;
        child.shared = true;
        shared = true;
        return child;
    }
}
