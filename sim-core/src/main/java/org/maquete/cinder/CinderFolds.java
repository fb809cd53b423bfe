package org.maquete.cinder;

import java.util.function.UnaryOperator;
import org.maquete.kernel.Registry;
import org.maquete.world.Edits;
import org.maquete.world.TableKey;

/** Applies Cinder's facts to its rows. */
final class CinderFolds {

    private CinderFolds() {}

    static void declare(Registry registry) {
        registry.fact(VolumeCreated.class, CinderFolds::created);
        registry.fact(
                VolumeStatusSet.class,
                (f, at, edits) ->
                        change(f.uuid(), at, edits, c -> c.status(f.status()).wantedGib(0)));
        registry.fact(
                VolumeScheduled.class,
                (f, at, edits) ->
                        change(f.uuid(), at, edits, c -> c.status(f.status()).host(f.host())));
        registry.fact(VolumeBecameAvailable.class, CinderFolds::available);
        registry.fact(
                VolumeFailed.class,
                (f, at, edits) -> change(f.uuid(), at, edits, c -> c.status("error")));
        registry.fact(VolumeWaits.class, (f, at, edits) -> waits(f.uuid(), f.waitsFor(), edits));
        registry.fact(VolumeResumed.class, (f, at, edits) -> waits(f.uuid(), "", edits));
        registry.fact(
                ExtensionStarted.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                at,
                                edits,
                                c -> c.status("extending").wantedGib(f.sizeGib())));
        registry.fact(
                VolumeExtended.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                at,
                                edits,
                                c -> c.status("available").sizeGib(f.sizeGib()).wantedGib(0)));
        registry.fact(VolumeChanged.class, CinderFolds::changed);
        registry.fact(
                PropertiesSet.class,
                (f, at, edits) -> change(f.uuid(), at, edits, c -> c.properties(f.properties())));
        attachments(registry);
        registry.fact(
                VolumeDeleted.class, (f, at, edits) -> remove(CinderView.VOLUMES, f.uuid(), edits));
        snapshots(registry);
    }

    private static void attachments(Registry registry) {
        registry.fact(
                VolumeReserved.class,
                (f, at, edits) -> {
                    Attachment kept = new Attachment(f.attachment(), f.server(), "", "", 0);
                    change(f.uuid(), at, edits, c -> c.status("reserved").attachment(kept));
                });
        registry.fact(
                VolumeConnected.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                at,
                                edits,
                                c -> c.status("attaching").attachment(a -> a.from(f.host()))));
        registry.fact(
                VolumeAttached.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                at,
                                edits,
                                c -> c.status("in-use").attachment(a -> a.as(f.device(), at))));
        registry.fact(
                VolumeDetached.class,
                (f, at, edits) ->
                        change(
                                f.uuid(),
                                at,
                                edits,
                                c -> c.status("available").attachment(Attachment.NONE)));
    }

    private static void snapshots(Registry registry) {
        registry.fact(
                SnapshotCreated.class,
                (f, at, edits) ->
                        edits.insert(
                                CinderView.SNAPSHOTS,
                                new Snapshot(
                                        edits.world().table(CinderView.SNAPSHOTS).nextId(),
                                        f.uuid(),
                                        f.project(),
                                        f.volume(),
                                        f.name(),
                                        f.description(),
                                        "creating",
                                        f.sizeGib(),
                                        f.properties(),
                                        at,
                                        -1,
                                        "")));
        registry.fact(
                SnapshotStatusSet.class,
                (f, at, edits) ->
                        edits.change(
                                CinderView.SNAPSHOTS, f.uuid(), s -> s.with(f.status(), "", at)));
        registry.fact(
                SnapshotWaits.class,
                (f, at, edits) ->
                        edits.change(
                                CinderView.SNAPSHOTS,
                                f.uuid(),
                                s -> s.with(s.status(), f.waitsFor(), s.updatedNs())));
        registry.fact(
                SnapshotDeleted.class,
                (f, at, edits) -> remove(CinderView.SNAPSHOTS, f.uuid(), edits));
        registry.fact(
                VolumeTypeCreated.class,
                (f, at, edits) ->
                        edits.insert(
                                CinderView.TYPES,
                                new VolumeType(
                                        edits.world().table(CinderView.TYPES).nextId(),
                                        f.uuid(),
                                        f.name(),
                                        f.description(),
                                        f.open(),
                                        f.properties())));
        registry.fact(
                VolumeTypeDeleted.class,
                (f, at, edits) -> remove(CinderView.TYPES, f.uuid(), edits));
    }

    private static void created(VolumeCreated f, long timeNs, Edits edits) {
        edits.insert(
                CinderView.VOLUMES,
                new Volume(
                        edits.world().table(CinderView.VOLUMES).nextId(),
                        f.uuid(),
                        f.project(),
                        f.user(),
                        f.name(),
                        f.description(),
                        "creating",
                        f.sizeGib(),
                        f.type(),
                        f.image(),
                        f.snapshot(),
                        f.source(),
                        false,
                        false,
                        "",
                        Attachment.NONE,
                        f.properties(),
                        timeNs,
                        -1,
                        0,
                        0,
                        ""));
    }

    /** What comes from an image can be booted from, and so what comes from such a volume. */
    private static void available(VolumeBecameAvailable f, long timeNs, Edits edits) {
        edits.change(
                CinderView.VOLUMES,
                f.uuid(),
                v -> {
                    String parent =
                            v.source().isEmpty()
                                    ? CinderView.snapshot(edits.world(), v.snapshot())
                                            .map(Snapshot::volume)
                                            .orElse("")
                                    : v.source();
                    boolean boots =
                            v.bootable()
                                    || !v.image().isEmpty()
                                    || CinderView.volume(edits.world(), parent)
                                            .map(Volume::bootable)
                                            .orElse(false);
                    return v.change(timeNs).status("available").bootable(boots).made();
                });
    }

    private static void changed(VolumeChanged f, long timeNs, Edits edits) {
        edits.change(
                CinderView.VOLUMES,
                f.uuid(),
                v ->
                        v.change(timeNs)
                                .name(f.name().isEmpty() ? v.name() : f.name())
                                .description(
                                        f.description().isEmpty()
                                                ? v.description()
                                                : f.description())
                                .bootable(flag(f.bootable(), v.bootable()))
                                .readOnly(flag(f.readOnly(), v.readOnly()))
                                .made());
    }

    private static boolean flag(String text, boolean otherwise) {
        return text.isEmpty() ? otherwise : text.equals("true");
    }

    private static void waits(String uuid, String waitsFor, Edits edits) {
        edits.change(
                CinderView.VOLUMES, uuid, v -> v.change(v.updatedNs()).waitsFor(waitsFor).made());
    }

    private static void change(
            String uuid, long timeNs, Edits edits, UnaryOperator<Volume.Change> change) {
        edits.change(CinderView.VOLUMES, uuid, v -> change.apply(v.change(timeNs)).made());
    }

    private static void remove(TableKey<?> table, String key, Edits edits) {
        edits.remove(table, edits.world().table(table).idOf(key));
    }
}
