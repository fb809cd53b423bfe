package org.maquete.kernel;

import java.util.Arrays;

/**
 * A 4-ary heap of pairs in one array. The plain alternative to {@link RadixLadder}, its overflow
 * for pairs that fall into the sorted run, and the second opinion in its benchmark.
 */
public final class FourAryHeap implements PendingOrder {

    private long[] pairs;
    private int count;

    /** An empty heap. */
    public FourAryHeap() {
        this(new long[128], 0);
    }

    private FourAryHeap(long[] pairs, int count) {
        this.pairs = pairs;
        this.count = count;
    }

    @Override
    public FourAryHeap fork() {
        return new FourAryHeap(Arrays.copyOf(pairs, Math.max(128, 2 * count)), count);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long firstTime() {
        return pairs[0];
    }

    @Override
    public long firstTie() {
        return pairs[1];
    }

    @Override
    public void push(long time, long tie) {
        if (2 * count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
        int at = count++;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (!before(time, tie, parent)) {
                break;
            }
            move(parent, at);
            at = parent;
        }
        put(at, time, tie);
    }

    @Override
    public void pop() {
        count--;
        long time = pairs[2 * count];
        long tie = pairs[2 * count + 1];
        int at = 0;
        for (int child = 1; child < count; child = 4 * at + 1) {
            int least = leastOf(child);
            if (before(time, tie, least)) {
                break;
            }
            move(least, at);
            at = least;
        }
        put(at, time, tie);
    }

    @Override
    public void skip() {
        pop();
    }

    @Override
    public FourAryHeap empty() {
        return new FourAryHeap();
    }

    private int leastOf(int first) {
        int least = first;
        int end = Math.min(first + 4, count);
        for (int child = first + 1; child < end; child++) {
            if (before(pairs[2 * child], pairs[2 * child + 1], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean before(long time, long tie, int other) {
        long t = pairs[2 * other];
        return time < t || (time == t && tie < pairs[2 * other + 1]);
    }

    private void move(int from, int to) {
        pairs[2 * to] = pairs[2 * from];
        pairs[2 * to + 1] = pairs[2 * from + 1];
    }

    private void put(int at, long time, long tie) {
        pairs[2 * at] = time;
        pairs[2 * at + 1] = tie;
    }
}
