package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.kernel.Draws;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.Found;
import org.maquete.keystone.client.Line;
import org.maquete.keystone.client.QuotaUsage;
import org.maquete.tool.argparse.Value;
import org.maquete.tool.cliff.Cell;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/** What Cinder answers when it is asked. */
public final class CinderView {

    static final TableKey<Volume> VOLUMES = TableKey.keyed("cinder.volume");
    static final TableKey<Snapshot> SNAPSHOTS = TableKey.keyed("cinder.snapshot");
    static final TableKey<VolumeType> TYPES = TableKey.keyed("cinder.type");
    static final TableKey<SilentService> SILENT = TableKey.keyed("cinder.silent-service");

    /** The type of a volume for which none was named: cinder yoga, volume/volume_types.py. */
    static final String DEFAULT_TYPE = "__DEFAULT__";

    private static final Found.Names<Volume> VOLUME_NAMES =
            new Found.Names<>("volume", Volume::uuid, Volume::name);
    private static final Found.Names<Snapshot> SNAPSHOT_NAMES =
            new Found.Names<>("snapshot", Snapshot::uuid, Snapshot::name);
    private static final Found.Names<VolumeType> TYPE_NAMES =
            new Found.Names<>("volume type", VolumeType::uuid, VolumeType::name);

    private CinderView() {}

    /** All volumes, the newest first, as the API gives them. */
    public static List<Volume> volumes(World world) {
        return world.table(VOLUMES).stream().toList().reversed();
    }

    /** What a project may have and has. */
    public static List<QuotaUsage> quotas(World world, String project) {
        return VolumeQuota.all(world, project);
    }

    /** The volume with this id. */
    public static Optional<Volume> volume(World world, String uuid) {
        return world.table(VOLUMES).find(uuid);
    }

    /** The volume with this id, or that of the snapshot with this id. */
    public static Optional<Volume> bootedFrom(World world, String uuid) {
        Optional<Snapshot> snapshot = snapshot(world, uuid);
        return volume(world, snapshot.isPresent() ? snapshot.get().volume() : uuid);
    }

    /** The attachments of a volume that are complete; only an administrator sees the host. */
    public static List<Value> attachments(Volume volume, boolean admin) {
        return VolumeCells.attachments(volume, admin);
    }

    /** The properties of a volume as the client shows them. */
    public static Cell properties(Volume volume) {
        return VolumeCells.properties(volume.properties());
    }

    /** All snapshots, the newest first. */
    public static List<Snapshot> snapshots(World world) {
        return world.table(SNAPSHOTS).stream().toList().reversed();
    }

    static Optional<Snapshot> snapshot(World world, String uuid) {
        return world.table(SNAPSHOTS).find(uuid);
    }

    static boolean hasSnapshots(World world, String volume) {
        for (Snapshot each : world.table(SNAPSHOTS)) {
            if (each.volume().equals(volume)) {
                return true;
            }
        }
        return false;
    }

    /** All types, the newest first; the last is there from the beginning. */
    static List<VolumeType> types(World world) {
        List<VolumeType> types = new ArrayList<>(world.table(TYPES).stream().toList().reversed());
        String uuid = Draws.of(0, "cinder", DEFAULT_TYPE, "type", 0).uuid();
        types.add(new VolumeType(-1, uuid, DEFAULT_TYPE, "Default Volume Type", true, List.of()));
        return types;
    }

    /** The volume that a project means, as python-cinderclient or openstacksdk looks for it. */
    public static Found<Volume> find(World world, String wanted, Line line, Found.Wording wording) {
        List<Volume> own = new ArrayList<>();
        for (Volume each : volumes(world)) {
            if (line.cloud().admin() || each.project().equals(line.cloud().project())) {
                own.add(each);
            }
        }
        return Found.among(own, VOLUME_NAMES, wanted, wording);
    }

    /** The same by python-cinderclient. */
    public static Found<Volume> find(World world, String wanted, Line line) {
        return find(world, wanted, line, new Found.OscLib("volume"));
    }

    /** The snapshot that a project means. */
    public static Found<Snapshot> findSnapshot(World world, String wanted, Line line) {
        List<Snapshot> own = new ArrayList<>();
        for (Snapshot each : snapshots(world)) {
            if (line.cloud().admin() || each.project().equals(line.cloud().project())) {
                own.add(each);
            }
        }
        return Found.among(own, SNAPSHOT_NAMES, wanted, new Found.OscLib("snapshot"));
    }

    static Found<VolumeType> findType(World world, String wanted) {
        return Found.among(types(world), TYPE_NAMES, wanted, new Found.OscLib("volumetype"));
    }

    /** Why a volume cannot be kept for a server now; empty when it can. */
    public static Optional<Refusal> refusesReserve(World world, String uuid) {
        Optional<Volume> volume = volume(world, uuid);
        if (volume.isEmpty()) {
            return Optional.of(missing(uuid));
        }
        String status = volume.get().status();
        if (status.contains("error")) {
            // cinder yoga, volume/api.py, attachment_create
            return Optional.of(
                    Refusal.of(
                            "400",
                            "Invalid volume: Volume attachments can not be created if the volume"
                                    + " is in an error state. The Volume "
                                    + uuid
                                    + " currently has a status of: "
                                    + status
                                    + " "));
        }
        return status.equals("available") || status.equals("downloading")
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "400",
                                "Invalid volume: Volume "
                                        + uuid
                                        + " status must be available or downloading to reserve,"
                                        + " but the current status is "
                                        + status
                                        + "."));
    }

    /** Why a volume cannot be taken from its server now; empty when it can. */
    public static Optional<Refusal> refusesDetaching(World world, String uuid) {
        Optional<Volume> volume = volume(world, uuid);
        if (volume.isEmpty()) {
            return Optional.of(missing(uuid));
        }
        boolean can = volume.get().status().equals("in-use") && volume.get().isAttached();
        return can
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(
                                "400",
                                "Invalid volume: Unable to detach volume. Volume status must be"
                                        + " 'in-use' and attach_status must be 'attached' to"
                                        + " detach."));
    }

    static Refusal missing(String uuid) {
        String text = "Volume " + uuid + " could not be found.";
        return new Refusal("404", "", text, new Ref("volume", uuid));
    }
}
