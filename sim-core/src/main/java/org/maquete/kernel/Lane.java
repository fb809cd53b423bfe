package org.maquete.kernel;

/** The order of events that are due at one instant, and what keeps the world from being settled. */
public enum Lane {
    /** Power, cables, the death of a process. */
    PHYSICS(0),
    /** What the system is on its way to: hooks, builds, detection, recovery, bounded retries. */
    WORK(1),
    /**
     * Renewals, expiry, unbounded retries: pending ones do not keep the world from being settled.
     */
    TIMER(2),
    /** The person at the keyboard. */
    OPERATOR(3);

    /** How many lanes there are; a number takes two bits. */
    static final int COUNT = 4;

    private final int number;

    Lane(int number) {
        this.number = number;
    }

    /** Its place among the lanes, from 0. */
    int number() {
        return number;
    }
}
