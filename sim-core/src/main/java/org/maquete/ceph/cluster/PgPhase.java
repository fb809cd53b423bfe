package org.maquete.ceph.cluster;

/** What a placement group is doing. */
public enum PgPhase {
    /** Its members look for what happened in the past. */
    PEERING,
    /** So they do, but the one that told the manager of it has gone. */
    ORPHANED,
    /** It waits for somebody who may know more. */
    BLOCKED,
    /** It does what it can. */
    SETTLED,
    /** It has to copy and waits for its turn. */
    WAITING,
    /** It copies. */
    COPYING;

    /** Whether nobody serves it, for a moment. */
    boolean isPeering() {
        return this == PEERING || this == ORPHANED;
    }
}
