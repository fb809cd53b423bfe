package org.maquete.nova.replay;

import java.util.Arrays;

/**
 * The hosts that fit, a bit each, and the first of them in order. A host that begins or ceases to
 * fit moves those behind it by one; nothing else is looked at.
 */
final class FirstFitting {

    /** Of no host. */
    static final FirstFitting NONE = new FirstFitting(0, 0);

    private static final int BITS = 6;

    private final long[] fitting;
    private final int[] first;
    private int count;

    /** Nobody of so many hosts fits yet; at most {@code countMax} are told. */
    FirstFitting(int hostCount, int countMax) {
        this.fitting = new long[(hostCount + Long.SIZE - 1) >> BITS];
        this.first = new int[countMax];
    }

    /** The first that fit, as many as are told at most; not to be written. */
    int[] first() {
        return count == first.length ? first : Arrays.copyOf(first, count);
    }

    /** Whether this host fits from now on. */
    void set(int host, boolean fits) {
        long bit = 1L << host;
        if ((fitting[host >> BITS] & bit) != 0 == fits) {
            return;
        }
        fitting[host >> BITS] ^= bit;
        boolean isFull = count == first.length;
        if (isFull && (count == 0 || host > first[count - 1])) {
            return;
        }
        if (fits) {
            int at = count == 0 || host > first[count - 1] ? count : positionOf(host);
            System.arraycopy(first, at, first, at + 1, (isFull ? count - 1 : count) - at);
            first[at] = host;
            count += isFull ? 0 : 1;
        } else {
            int last = first[count - 1];
            int at = positionOf(host);
            System.arraycopy(first, at + 1, first, at, count - 1 - at);
            int next = isFull ? nextAfter(last) : -1;
            if (next < 0) {
                count--;
            } else {
                first[count - 1] = next;
            }
        }
    }

    /** Where a host is, or would be. */
    private int positionOf(int host) {
        int at = Arrays.binarySearch(first, 0, count, host);
        return at < 0 ? -at - 1 : at;
    }

    /** The next host that fits, or -1. */
    private int nextAfter(int host) {
        int word = (host + 1) >> BITS;
        if (word >= fitting.length) {
            return -1;
        }
        long bits = fitting[word] & (-1L << (host + 1));
        while (bits == 0) {
            if (++word == fitting.length) {
                return -1;
            }
            bits = fitting[word];
        }
        return (word << BITS) + Long.numberOfTrailingZeros(bits);
    }
}
