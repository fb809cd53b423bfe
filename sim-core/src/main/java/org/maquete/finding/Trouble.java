package org.maquete.finding;

/** How the real system shows the trouble (DESIGN section 6: keep them apart everywhere). */
public enum Trouble {
    /** The real tool prints an error and returns non-zero. */
    REFUSED,
    /** Accepted; a status shows it after a while. */
    BLOCKED,
    /** Accepted; no status ever shows it. */
    SILENT,
    /** About the model or the document, not about the cloud. */
    REMARK
}
