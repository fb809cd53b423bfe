package org.maquete.operator;

/** When the next line is typed. */
public enum Pace {
    /** A person who waits for things to be ready. */
    PATIENT,
    /** All pasted at once. */
    HASTY
}
