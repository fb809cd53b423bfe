package org.maquete.finding;

/** How bad a finding is. */
public enum Severity {
    /** The real system refuses it, or never becomes active. */
    ERROR,
    /** It works, but is risky or not what was meant. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
