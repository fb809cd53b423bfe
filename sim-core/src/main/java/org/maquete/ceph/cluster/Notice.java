package org.maquete.ceph.cluster;

/** How the monitors learn what has become of an OSD. */
public enum Notice {
    /** There is nothing to learn. */
    NONE,
    /** It has started and asks to be up. */
    BOOT,
    /** It says goodbye: a clean stop. */
    GOODBYE,
    /** Its host refuses connections: one other OSD that tells is enough. */
    REFUSED,
    /** It is silent: OSDs of two other hosts have to tell. */
    SILENCE,
    /** It is silent and too few are left to tell: the monitors miss its own reports. */
    TIMEOUT,
    /** A person says so. */
    ORDERED
}
