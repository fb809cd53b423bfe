package org.maquete.mysql;

/** What the group knows of a member. */
public enum MemberState {
    /** It takes part. */
    ONLINE,
    /** It is silent, and still counts for the majority. */
    UNREACHABLE,
    /** It does not count: it left in good order, was expelled, or nobody has let it in again. */
    OFFLINE
}
