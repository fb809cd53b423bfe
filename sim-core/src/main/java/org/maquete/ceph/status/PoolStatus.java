package org.maquete.ceph.status;

import java.util.List;

/**
 * What is known of a pool beside what decides placement.
 *
 * @param applications {@code rbd}, {@code rgw}: who may use it
 * @param profile the erasure code's profile; empty for copies
 * @param stripeBytes of an erasure-coded pool
 * @param scaling what the autoscaler may do
 * @param fullness of the OSDs that it uses, as the map has it
 * @param isOverQuota whether it is full because of its quota
 * @param quota 0 for none
 * @param held on disks, all copies together
 * @param traffic since the pool was made
 * @param age times and epochs
 */
public record PoolStatus(
        long id,
        List<String> applications,
        String profile,
        int stripeBytes,
        Scaling scaling,
        Fullness fullness,
        boolean isOverQuota,
        Quota quota,
        Held held,
        Traffic traffic,
        Age age) {

    public PoolStatus {
        applications = List.copyOf(applications);
    }

    /**
     * What the autoscaler may do.
     *
     * @param mode {@code on}, {@code warn} or {@code off}
     * @param pgNumTarget where pg_num is on its way to
     * @param pgNumMin 0 for none
     * @param pgNumMax 0 for none
     * @param targetBytes what it is expected to hold; 0 for unknown
     * @param targetRatio its expected share; 0 for unknown
     * @param isBulk whether it starts with its full number of groups
     */
    public record Scaling(
            String mode,
            int pgNumTarget,
            int pgNumMin,
            int pgNumMax,
            long targetBytes,
            double targetRatio,
            boolean isBulk) {

        /** Without expectations. */
        public static Scaling of(String mode, int pgNumTarget, int pgNumMin) {
            return new Scaling(mode, pgNumTarget, pgNumMin, 0, 0, 0, false);
        }
    }

    /** The most that it may hold. */
    public record Quota(long objects, long bytes) {

        public static final Quota NONE = new Quota(0, 0);
    }

    /**
     * What it takes on disks.
     *
     * @param allocatedBytes what the disks gave for it
     * @param storedBytes what is in there
     */
    public record Held(long allocatedBytes, long storedBytes) {

        public static final Held NONE = new Held(0, 0);
    }

    /** What clients did. */
    public record Traffic(long reads, long readBytes, long writes, long writtenBytes) {

        /** Nothing yet. */
        public static final Traffic NONE = new Traffic(0, 0, 0, 0);
    }

    /**
     * Since when it is as it is.
     *
     * @param created in nanoseconds since 1970 (UTC)
     * @param lastChange the epoch of the OSD map
     */
    public record Age(long created, int lastChange) {}
}
