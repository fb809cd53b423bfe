package org.maquete.hardware;

/** What a disk is used for. */
public enum DiskRole {
    /** Carries the operating system. */
    BOOT,
    /** Nothing uses it. */
    FREE,
    /** Carries data. */
    DATA
}
