package org.maquete.host;

/** What a host is made of. */
public enum HostKind {
    /** A computer in the rack. */
    NUC,
    /** An LXD container. */
    CONTAINER,
    /** A virtual machine of the cloud. */
    INSTANCE
}
