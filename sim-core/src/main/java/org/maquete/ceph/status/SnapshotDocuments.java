package org.maquete.ceph.status;

/**
 * What a cluster was asked, each answer with {@code --format json}.
 *
 * @param now when, in nanoseconds since 1970 (UTC)
 * @param osdDump {@code ceph osd dump}
 * @param crushDump {@code ceph osd crush dump}
 * @param pgDump {@code ceph pg dump}
 * @param quorumStatus {@code ceph quorum_status}
 * @param mgrDump {@code ceph mgr dump}
 * @param healthDetail {@code ceph health detail}: for the checks that do not follow from the others
 * @param status {@code ceph status}: for services and what goes on
 * @param balancer {@code ceph balancer status}
 */
public record SnapshotDocuments(
        long now,
        String osdDump,
        String crushDump,
        String pgDump,
        String quorumStatus,
        String mgrDump,
        String healthDetail,
        String status,
        String balancer) {}
