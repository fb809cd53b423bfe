package org.maquete.cinder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.glance.GlanceView;
import org.maquete.glance.Image;
import org.maquete.kernel.Answer;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.keystone.client.OneByOne;
import org.maquete.world.World;

/** cinder-api: checks what is asked of volumes, and begins it. */
final class VolumeHandler {

    private static final long GIB = 1L << 30;

    private VolumeHandler() {}

    // ---- create

    static void create(CreateVolume command, World world, Outcome out) {
        long sizeGib = size(command, world);
        Optional<Refusal> refusal = refusesCreation(command, sizeGib, world);
        if (refusal.isPresent()) {
            out.refuse(refusal.get());
            return;
        }
        String uuid = "";
        for (int n = 0; uuid.isEmpty() || world.table(CinderView.VOLUMES).has(uuid); n++) {
            uuid = out.draws(command.project() + " " + command.name(), "volume", n).uuid();
        }
        out.fact(
                new VolumeCreated(
                        uuid,
                        command.project(),
                        command.user(),
                        command.name(),
                        command.description(),
                        sizeGib,
                        command.type().isEmpty() ? CinderView.DEFAULT_TYPE : command.type(),
                        command.image(),
                        command.snapshot(),
                        command.source(),
                        command.properties(),
                        command.request()));
        out.schedule(out.draw(VolumeSpans.SCHEDULE, uuid, 0), new VolumeDue(uuid, 0));
        out.answer(Answer.of(uuid));
    }

    /** Without a size it is that of what the volume is made from. */
    private static long size(CreateVolume command, World world) {
        if (command.sizeGib() != 0) {
            return command.sizeGib();
        }
        return command.source().isEmpty()
                ? CinderView.snapshot(world, command.snapshot()).map(Snapshot::sizeGib).orElse(0L)
                : CinderView.volume(world, command.source()).map(Volume::sizeGib).orElse(0L);
    }

    private static Optional<Refusal> refusesCreation(
            CreateVolume command, long sizeGib, World world) {
        if (sizeGib < 1) {
            // the schema of the request: cinder yoga, api/validation/validators.py
            return no(
                    "400",
                    "Invalid input for field/attribute size. Value: "
                            + sizeGib
                            + ". "
                            + sizeGib
                            + " is less than the minimum of 1");
        }
        if (!command.type().isEmpty() && !CinderView.findType(world, command.type()).isThere()) {
            return Optional.of(
                    Refusal.missing(
                            "404",
                            "Volume type with name " + command.type() + " could not be found.",
                            "volume type",
                            command.type()));
        }
        Optional<Refusal> origin = refusesOrigin(command, sizeGib, world);
        return origin.isPresent()
                ? origin
                : VolumeQuota.refusesVolume(world, command.project(), sizeGib);
    }

    /** cinder yoga, volume/flows/api/create_volume.py, ExtractVolumeRequestTask. */
    private static Optional<Refusal> refusesOrigin(
            CreateVolume command, long sizeGib, World world) {
        Optional<Snapshot> snapshot = CinderView.snapshot(world, command.snapshot());
        if (snapshot.isPresent() && !snapshot.get().status().equals("available")) {
            return no(
                    "400",
                    "Invalid snapshot: Originating snapshot status must be one of 'available'"
                            + " values");
        }
        Optional<Volume> source = CinderView.volume(world, command.source());
        if (source.isPresent()) {
            String status = source.get().status();
            if (!status.equals("available") && !status.equals("in-use")) {
                return no(
                        "400",
                        "Invalid volume: Originating source volume status must be one of"
                                + " 'available, in-use' values");
            }
            if (sizeGib < source.get().sizeGib()) {
                return no(
                        "400",
                        "Invalid input received: Volume size '"
                                + sizeGib
                                + "'GB cannot be smaller than original volume size  "
                                + source.get().sizeGib()
                                + "GB. They must be >= original volume size.");
            }
        }
        return command.image().isEmpty()
                ? Optional.empty()
                : refusesImage(command.image(), sizeGib, world);
    }

    /** cinder yoga, volume/volume_utils.py, check_image_metadata. */
    private static Optional<Refusal> refusesImage(String uuid, long sizeGib, World world) {
        Optional<Image> image = GlanceView.image(world, uuid);
        if (image.isEmpty()) {
            String text = "Image " + uuid + " could not be found.";
            return Optional.of(Refusal.missing("404", text, "image", uuid));
        }
        if (!image.get().status().equals("active")) {
            return no("400", "Invalid input received: Image " + uuid + " is not active.");
        }
        long imageGib = (image.get().sizeBytes() + GIB - 1) / GIB;
        return imageGib <= sizeGib
                ? Optional.empty()
                : no(
                        "400",
                        "Invalid input received: Size of specified image "
                                + imageGib
                                + "GB is larger than volume size "
                                + sizeGib
                                + "GB.");
    }

    static Optional<Refusal> no(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }

    // ---- delete

    static void delete(DeleteVolumes command, World world, Outcome out) {
        OneByOne.each(
                command.uuids(),
                invalid(command),
                out,
                uuid -> {
                    Optional<Refusal> no = refusesDeletion(uuid, command, world);
                    if (no.isEmpty()) {
                        Volume volume = world.table(CinderView.VOLUMES).get(uuid);
                        delete(volume, command.cascade(), world, out);
                    }
                    return no;
                });
    }

    private static void delete(Volume volume, boolean cascade, World world, Outcome out) {
        if (cascade) {
            for (Snapshot each : CinderView.snapshots(world)) {
                if (each.volume().equals(volume.uuid())) {
                    SnapshotHandler.begin(each, out);
                }
            }
        }
        out.fact(new VolumeStatusSet(volume.uuid(), "deleting"));
        // what no back end has seen, cinder-api deletes by itself
        long delayNs =
                volume.host().isEmpty()
                        ? 0
                        : out.draw(VolumeSpans.DELETE, volume.uuid(), volume.serial());
        out.schedule(delayNs, new VolumeDue(volume.uuid(), volume.serial() + 1));
    }

    /** cinder yoga, volume/api.py, delete. */
    private static Optional<Refusal> refusesDeletion(
            String uuid, DeleteVolumes command, World world) {
        Optional<Volume> there = CinderView.volume(world, uuid);
        if (there.isEmpty()) {
            return Optional.of(CinderView.missing(uuid));
        }
        if (command.force() && !command.admin()) {
            return no("403", policy("force_delete"));
        }
        Volume volume = there.get();
        boolean right =
                switch (volume.status()) {
                    case "available", "error", "error_extending" -> true;
                    default -> command.force();
                };
        boolean free = !volume.isAttached();
        boolean bare = command.cascade() || !CinderView.hasSnapshots(world, uuid);
        if (volume.host().isEmpty() || right && free && bare) {
            return Optional.empty();
        }
        return Optional.of(invalid(command));
    }

    private static Refusal invalid(DeleteVolumes command) {
        String status =
                command.force()
                        ? ""
                        : "status must be available or error or error_restoring or error_extending"
                                + " or error_managing and";
        return Refusal.of(
                "400",
                "Invalid volume: Volume "
                        + status
                        + " must not be migrating, attached, belong to a group, have snapshots,"
                        + " awaiting a transfer, or be disassociated from snapshots after volume"
                        + " transfer.");
    }

    static String policy(String action) {
        return "Policy doesn't allow volume_extension:volume_admin_actions:"
                + action
                + " to be performed.";
    }

    // ---- set

    /**
     * What the client sends as several requests; each that is refused leaves the others. The answer
     * then has a line for each refused one: what, the code, the words.
     */
    static void set(SetVolume command, World world, Outcome out) {
        Volume volume = world.table(CinderView.VOLUMES).get(command.uuid());
        List<String> refused = new ArrayList<>();
        boolean done = changes(command, out);
        if (command.sizeGib() > 0) {
            Optional<Refusal> no = refusesExtension(volume, command.sizeGib(), world);
            if (no.isPresent()) {
                refused.add("size " + no.get().code() + " " + no.get().message());
            } else {
                extend(volume, command.sizeGib(), out);
                done = true;
            }
        }
        if (!command.status().isEmpty()) {
            if (command.admin()) {
                out.fact(new VolumeStatusSet(volume.uuid(), command.status()));
                done = true;
            } else {
                refused.add("state 403 " + policy("reset_status"));
            }
        }
        if (refused.size() == 1 && !done) {
            String[] parts = refused.getFirst().split(" ", 3);
            out.refuse(new Refusal(parts[1], parts[0], parts[2], command.subject()));
        } else if (!refused.isEmpty()) {
            out.answer(Answer.failed(1, String.join("\n", refused)));
        }
    }

    private static boolean changes(SetVolume command, Outcome out) {
        String uuid = command.uuid();
        if (command.setsProperties()) {
            out.fact(new PropertiesSet(uuid, command.properties()));
        }
        boolean changes =
                !command.name().isEmpty()
                        || !command.description().isEmpty()
                        || !command.bootable().isEmpty()
                        || !command.readOnly().isEmpty();
        if (changes) {
            out.fact(
                    new VolumeChanged(
                            uuid,
                            command.name(),
                            command.description(),
                            command.bootable(),
                            command.readOnly()));
        }
        return changes || command.setsProperties();
    }

    private static Optional<Refusal> refusesExtension(Volume volume, long sizeGib, World world) {
        if (sizeGib <= volume.sizeGib()) {
            return no(
                    "400",
                    "Invalid input received: New size for extend must be greater than current size."
                            + " (current: "
                            + volume.sizeGib()
                            + ", extended: "
                            + sizeGib
                            + ").");
        }
        if (!volume.status().equals("available")) {
            return no(
                    "400",
                    "Invalid volume: Volume "
                            + volume.uuid()
                            + " status must be '{'status': 'available'}' to extend, currently "
                            + volume.status()
                            + ".");
        }
        return VolumeQuota.refusesSize(world, volume.project(), sizeGib - volume.sizeGib());
    }

    private static void extend(Volume volume, long sizeGib, Outcome out) {
        out.fact(new ExtensionStarted(volume.uuid(), sizeGib));
        out.schedule(
                out.draw(VolumeSpans.EXTEND, volume.uuid(), volume.serial()),
                new VolumeDue(volume.uuid(), volume.serial() + 1));
    }

    // ---- attachments, which Nova asks for

    static void reserve(ReserveVolume command, World world, Outcome out) {
        Optional<Refusal> no = CinderView.refusesReserve(world, command.uuid());
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        int serial = world.table(CinderView.VOLUMES).get(command.uuid()).serial();
        String attachment =
                out.draws(command.uuid() + " " + command.server(), "attachment", serial).uuid();
        out.fact(new VolumeReserved(command.uuid(), attachment, command.server()));
    }

    static void connect(ConnectVolume command, World world, Outcome out) {
        if (CinderView.volume(world, command.uuid()).isPresent()) {
            out.fact(new VolumeConnected(command.uuid(), command.host()));
        }
    }

    static void complete(CompleteAttachment command, World world, Outcome out) {
        if (CinderView.volume(world, command.uuid()).isPresent()) {
            out.fact(new VolumeAttached(command.uuid(), command.device()));
        }
    }

    static void detaching(BeginDetaching command, World world, Outcome out) {
        Optional<Refusal> no = CinderView.refusesDetaching(world, command.uuid());
        if (no.isPresent()) {
            out.refuse(no.get());
        } else {
            out.fact(new VolumeStatusSet(command.uuid(), "detaching"));
        }
    }

    static void end(EndAttachment command, World world, Outcome out) {
        boolean kept =
                CinderView.volume(world, command.uuid())
                        .filter(v -> !v.attachment().equals(Attachment.NONE))
                        .isPresent();
        if (kept) {
            out.fact(new VolumeDetached(command.uuid()));
        }
    }
}
