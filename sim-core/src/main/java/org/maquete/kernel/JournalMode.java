package org.maquete.kernel;

/** What a run remembers of what happened. */
public enum JournalMode {
    /** Every command, event, fact and answer: for checks, windows and labs. */
    FULL,
    /** The last {@value Journal#LAST} entries. */
    LAST,
    /** Only the digest: for very large worlds. */
    DIGEST
}
