package org.maquete.ceph.status;

/** When the OSD map changed, in nanoseconds since 1970 (UTC). */
public record MapStamps(long created, long modified, long lastUpChange, long lastInChange) {}
