package org.maquete.maas;

/** How the disks of a machine are overwritten when it is released. */
public enum Erase {
    /** Not at all. */
    NONE,
    /** Only the beginning and the end of each disk. */
    QUICK,
    /** By the disk itself, if it can. */
    SECURE,
    /** Every byte. */
    FULL
}
