package org.maquete.kernel;

/** The order of events that are due at one instant, and what keeps the world from being settled. */
public enum Lane {
    /** Power, cables, the death of a process. */
    PHYSICS,
    /** What the system is on its way to: hooks, builds, detection, recovery, bounded retries. */
    WORK,
    /**
     * Renewals, expiry, unbounded retries: pending ones do not keep the world from being settled.
     */
    TIMER,
    /** The person at the keyboard. */
    OPERATOR
}
