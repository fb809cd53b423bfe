package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.world.World;

/** What a project may have of volumes, snapshots and gigabytes. */
final class VolumeQuota {

    // 10, 10, 1000: volumes, snapshots, GiB: cinder yoga, cinder/quota.py; the charm leaves them
    static final int VOLUMES = 10;
    static final int SNAPSHOTS = 10;
    static final int GIGABYTES = 1000;

    private VolumeQuota() {}

    /** One more volume. Cinder looks at what is exceeded in order of name. */
    static Optional<Refusal> refusesVolume(World world, String project, long sizeGib) {
        Optional<Refusal> size = refusesSize(world, project, sizeGib);
        if (size.isPresent()) {
            return size;
        }
        int count = 0;
        for (Volume each : world.table(CinderView.VOLUMES)) {
            count += each.project().equals(project) ? 1 : 0;
        }
        return count < VOLUMES
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "413",
                                "VolumeLimitExceeded: Maximum number of volumes allowed ("
                                        + VOLUMES
                                        + ") exceeded for quota 'volumes'."));
    }

    /** One more snapshot: it counts like the volume. */
    static Optional<Refusal> refusesSnapshot(World world, String project, long sizeGib) {
        Optional<Refusal> size = refusesSize(world, project, sizeGib);
        if (size.isPresent()) {
            return size;
        }
        int count = 0;
        for (Snapshot each : world.table(CinderView.SNAPSHOTS)) {
            count += each.project().equals(project) ? 1 : 0;
        }
        return count < SNAPSHOTS
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "413",
                                "SnapshotLimitExceeded: Maximum number of snapshots allowed ("
                                        + SNAPSHOTS
                                        + ") exceeded"));
    }

    /** So many gibibytes more. */
    static Optional<Refusal> refusesSize(World world, String project, long moreGib) {
        long consumed = consumedGib(world, project);
        return consumed + moreGib <= GIGABYTES
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "413",
                                "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot"
                                        + " exceeds allowed gigabytes quota. Requested "
                                        + moreGib
                                        + "G, quota is "
                                        + GIGABYTES
                                        + "G and "
                                        + consumed
                                        + "G has been consumed."));
    }

    /** All quotas, in the order in which Cinder's API has them. */
    static List<QuotaUsage> all(World world, String project) {
        long volumes = 0;
        for (Volume each : world.table(CinderView.VOLUMES)) {
            volumes += each.project().equals(project) ? 1 : 0;
        }
        long snapshots = 0;
        for (Snapshot each : world.table(CinderView.SNAPSHOTS)) {
            snapshots += each.project().equals(project) ? 1 : 0;
        }
        List<QuotaUsage> all = new ArrayList<>();
        all.add(new QuotaUsage("volumes", VOLUMES, volumes));
        all.add(new QuotaUsage("per_volume_gigabytes", -1, 0));
        all.add(new QuotaUsage("snapshots", SNAPSHOTS, snapshots));
        all.add(new QuotaUsage("gigabytes", GIGABYTES, consumedGib(world, project)));
        // 10, 1000, 10: backups, GiB, groups: cinder yoga, cinder/quota.py
        all.add(new QuotaUsage("backups", 10, 0));
        all.add(new QuotaUsage("backup_gigabytes", 1000, 0));
        for (VolumeType type : CinderView.types(world).reversed()) {
            for (String part : List.of("volumes", "gigabytes", "snapshots")) {
                all.add(new QuotaUsage(part + "_" + type.name(), -1, 0));
            }
        }
        all.add(new QuotaUsage("groups", 10, 0));
        return all;
    }

    private static long consumedGib(World world, String project) {
        long consumed = 0;
        for (Volume each : world.table(CinderView.VOLUMES)) {
            boolean own = each.project().equals(project);
            consumed += own ? Math.max(each.sizeGib(), each.wantedGib()) : 0;
        }
        for (Snapshot each : world.table(CinderView.SNAPSHOTS)) {
            consumed += each.project().equals(project) ? each.sizeGib() : 0;
        }
        return consumed;
    }
}
