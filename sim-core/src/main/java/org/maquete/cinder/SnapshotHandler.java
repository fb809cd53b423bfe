package org.maquete.cinder;

import java.util.Optional;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.World;

/** Decides about snapshots and types of volumes. */
final class SnapshotHandler {

    private SnapshotHandler() {}

    static void create(CreateSnapshot command, World world, Outcome out) {
        Volume volume = world.table(CinderView.VOLUMES).get(command.volume());
        Optional<Refusal> refusal = refuses(command, volume, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(CinderView.SNAPSHOTS).has(uuid); n++) {
            uuid = out.draws(command.project() + " " + command.name(), "snapshot", n).uuid();
        }
        out.fact(
                new SnapshotCreated(
                        uuid,
                        command.project(),
                        command.volume(),
                        command.name(),
                        command.description(),
                        volume.sizeGib(),
                        command.properties()));
        out.schedule(out.draw(VolumeSpans.SNAPSHOT, uuid, 0), new SnapshotDue(uuid, "creating"));
        out.answer(Answer.of(uuid));
    }

    /** cinder yoga, volume/api.py, create_snapshot_in_db. */
    private static Optional<Refusal> refuses(CreateSnapshot command, Volume volume, World world) {
        if (volume.host().isEmpty()) {
            return VolumeHandler.no(
                    "400",
                    "Invalid volume: The snapshot cannot be created because volume has not been"
                            + " scheduled to any host.");
        }
        if (volume.status().equals("error")) {
            return VolumeHandler.no(
                    "400",
                    "Invalid volume: The snapshot cannot be created when the volume is in error"
                            + " status.");
        }
        boolean right =
                volume.status().equals("available")
                        || command.force() && volume.status().equals("in-use");
        if (!right) {
            return VolumeHandler.no(
                    "400",
                    "Invalid volume: Volume "
                            + volume.uuid()
                            + " status must be "
                            + (command.force() ? "available, in-use" : "available")
                            + ", but current status is: "
                            + volume.status()
                            + ".");
        }
        return VolumeQuota.refusesSnapshot(world, command.project(), volume.sizeGib());
    }

    static void delete(DeleteSnapshots command, World world, Outcome out) {
        Refusal invalid =
                Refusal.of(
                        "400",
                        "Invalid snapshot: Snapshot status must be available or error and must not"
                                + " be part of a group.");
        OneByOne.each(
                command.uuids(),
                invalid,
                out,
                uuid -> {
                    Optional<Snapshot> snapshot = world.table(CinderView.SNAPSHOTS).find(uuid);
                    if (snapshot.isEmpty()) {
                        String text = "Snapshot " + uuid + " could not be found.";
                        return Optional.of(Refusal.missing("404", text, "snapshot", uuid));
                    }
                    boolean right =
                            switch (snapshot.get().status()) {
                                case "available", "error" -> true;
                                default -> command.force();
                            };
                    if (right) {
                        begin(snapshot.get(), out);
                    }
                    return right ? Optional.empty() : Optional.of(invalid);
                });
    }

    static void begin(Snapshot snapshot, Outcome out) {
        out.fact(new SnapshotStatusSet(snapshot.uuid(), "deleting"));
        out.schedule(
                out.draw(VolumeSpans.SNAPSHOT, snapshot.uuid(), 1),
                new SnapshotDue(snapshot.uuid(), "deleting"));
    }

    static void again(Snapshot snapshot, Outcome out) {
        out.schedule(
                out.draw(VolumeSpans.SNAPSHOT, snapshot.uuid(), 2),
                new SnapshotDue(snapshot.uuid(), snapshot.status()));
    }

    static void due(SnapshotDue event, World world, Outcome out) {
        Optional<Snapshot> there = CinderView.snapshot(world, event.uuid());
        if (there.isEmpty() || !there.get().status().equals(event.status())) {
            return;
        }
        Optional<String> hindrance = VolumeWork.hindrance(world);
        if (hindrance.isPresent()) {
            out.fact(new SnapshotWaits(event.uuid(), hindrance.get()));
            VolumeWork.await(hindrance.get(), out);
        } else if (event.status().equals("creating")) {
            boolean isThere = CinderService.backend(world).isPresent();
            out.fact(new SnapshotStatusSet(event.uuid(), isThere ? "available" : "error"));
        } else {
            out.fact(new SnapshotDeleted(event.uuid()));
        }
    }

    // ---- types

    static void createType(CreateVolumeType command, World world, Outcome out) {
        if (CinderView.findType(world, command.name()).isThere()) {
            String text = "Volume Type " + command.name() + " already exists.";
            out.refuse(new Refusal("409", "", text, Ref.NONE));
            return;
        }
        String uuid =
                out.draws(command.name(), "type", world.table(CinderView.TYPES).nextId()).uuid();
        out.fact(
                new VolumeTypeCreated(
                        uuid,
                        command.name(),
                        command.description(),
                        command.open(),
                        command.properties()));
        out.answer(Answer.of(uuid));
    }

    static void deleteTypes(DeleteVolumeTypes command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                out,
                uuid -> {
                    Optional<Refusal> no = refusesDeletion(uuid, world);
                    if (no.isEmpty()) {
                        out.fact(new VolumeTypeDeleted(uuid));
                    }
                    return no;
                });
    }

    private static Optional<Refusal> refusesDeletion(String uuid, World world) {
        Optional<VolumeType> type = world.table(CinderView.TYPES).find(uuid);
        if (type.isEmpty()) {
            return VolumeHandler.no(
                    "400",
                    "The volume type " + uuid + " is a default volume type and cannot be deleted.");
        }
        for (Volume each : world.table(CinderView.VOLUMES)) {
            if (each.type().equals(type.get().name())) {
                return VolumeHandler.no("400", "Target volume type is still in use.");
            }
        }
        return Optional.empty();
    }
}
