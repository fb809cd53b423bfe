package org.maquete.kernel;

/**
 * A priority queue of pairs (time, tie), both compared as signed numbers; every pair is unique.
 * Chosen by measurement: see {@link RadixLadder} and the benchmark {@code PendingOrderBench}.
 */
public interface PendingOrder {

    /** Adds a pair; {@code time} is never below the time of the last pair popped. */
    void push(long time, long tie);

    /** How many pairs there are. */
    int count();

    /** The time of the first pair; only when there is one. */
    long firstTime();

    /** The tie of the first pair; only when there is one. */
    long firstTie();

    /** Removes the first pair; only when there is one. */
    void pop();

    /** A second queue with the same content; neither sees the other's changes. */
    PendingOrder fork();
}
