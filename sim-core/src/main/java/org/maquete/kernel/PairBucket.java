package org.maquete.kernel;

import java.util.Arrays;

/**
 * Pairs in the order of their arrival, for {@link RadixLadder}: a bucket, or a FIFO of one lane.
 * The owner says who may write; a fork makes both sides copy before they do.
 */
final class PairBucket {

    private final Stamp owner;
    private long[] pairs;
    private int head;
    private int end;

    PairBucket(Stamp owner, int pairCount) {
        this.owner = owner;
        pairs = new long[2 * pairCount];
    }

    private PairBucket(Stamp owner, PairBucket from) {
        this.owner = owner;
        end = from.end - from.head;
        pairs = Arrays.copyOfRange(from.pairs, from.head, from.head + Math.max(8, 2 * end));
    }

    PairBucket copy(Stamp newOwner) {
        return new PairBucket(newOwner, this);
    }

    boolean belongsTo(Stamp someone) {
        return owner == someone;
    }

    boolean isEmpty() {
        return head == end;
    }

    /** The numbers: time and tie alternate, from {@link #head} to {@link #end}. */
    long[] pairs() {
        return pairs;
    }

    int head() {
        return head;
    }

    int end() {
        return end;
    }

    long firstTie() {
        return pairs[head + 1];
    }

    /** The tie of the latest arrival; only when there is one. */
    long lastTie() {
        return pairs[end - 1];
    }

    void add(long time, long tie) {
        if (end == pairs.length) {
            makeRoom();
        }
        pairs[end] = time;
        pairs[end + 1] = tie;
        end += 2;
    }

    void removeFirst() {
        head += 2;
        if (head == end) {
            clear();
        }
    }

    void clear() {
        head = 0;
        end = 0;
    }

    private void makeRoom() {
        if (head > pairs.length / 2) {
            System.arraycopy(pairs, head, pairs, 0, end - head);
            end -= head;
            head = 0;
        } else {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
    }
}
