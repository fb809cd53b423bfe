package org.maquete.kernel;

/**
 * A priority queue of pairs (time, tie), both from 0 and compared as numbers. The two highest bits
 * of a tie below its sign are a {@link Lane}; among the ties of one lane each one pushed is greater
 * than those before it, so every pair is unique. Chosen by measurement: see {@link RadixLadder} and
 * the benchmark {@code PendingOrderBench}.
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

    /** Removes the first pair and goes to its time; only when there is one. */
    void pop();

    /** Removes the first pair without going to its time: earlier pairs may still be pushed. */
    void skip();

    /** A second queue with the same content; neither sees the other's changes. */
    PendingOrder fork();

    /** A new queue of this kind at time 0. */
    PendingOrder empty();
}
