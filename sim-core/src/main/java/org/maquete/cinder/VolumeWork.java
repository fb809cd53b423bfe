package org.maquete.cinder;

import java.util.Optional;
import org.maquete.ceph.AwaitPool;
import org.maquete.ceph.CephView;
import org.maquete.ceph.PoolServed;
import org.maquete.glance.GlanceView;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.world.World;

/**
 * cinder-scheduler and cinder-volume: they carry on what cinder-api began. A step whose program
 * does not run waits, as its message would in the queue; one whose pool carries out no writes waits
 * in librbd: the volume stays {@code creating}, {@code deleting} or {@code extending}, and no text
 * says why.
 */
final class VolumeWork {

    private VolumeWork() {}

    static void declare(Registry registry) {
        registry.event(VolumeDue.class, VolumeWork::due);
        registry.event(SnapshotDue.class, SnapshotHandler::due);
        registry.react(PoolServed.class, (f, world, out) -> resume(pool(f.pool()), world, out));
        registry.react(ServiceReports.class, VolumeWork::reports);
    }

    private static String pool(String name) {
        return "pool " + name;
    }

    private static void due(VolumeDue event, World world, Outcome out) {
        Optional<Volume> there = CinderView.volume(world, event.uuid());
        if (there.isEmpty() || there.get().serial() != event.serial()) {
            return;
        }
        Volume volume = there.get();
        switch (volume.status()) {
            case "creating", "downloading" -> {
                if (volume.host().isEmpty()) {
                    schedule(volume, world, out);
                } else {
                    store(volume, world, out);
                }
            }
            case "deleting", "extending" -> {
                if (volume.host().isEmpty()) {
                    out.fact(new VolumeDeleted(volume.uuid()));
                } else {
                    store(volume, world, out);
                }
            }
            default -> {
                // an administrator has declared it to be something else
            }
        }
    }

    /** cinder-scheduler chooses the back end; there is at most one. */
    private static void schedule(Volume volume, World world, Outcome out) {
        if (!CinderService.runs(world, CinderService.SCHEDULER)) {
            out.fact(new VolumeWaits(volume.uuid(), CinderService.SCHEDULER));
            return;
        }
        Optional<CinderService.Backend> backend = CinderService.backend(world);
        if (backend.isEmpty() || !CinderService.isUp(world, CinderService.VOLUME, out.now())) {
            out.fact(
                    new VolumeFailed(
                            volume.uuid(),
                            "No valid backend was found. No weighed backends available"));
            return;
        }
        boolean copies = copies(volume, world);
        out.fact(
                new VolumeScheduled(
                        volume.uuid(), backend.get().host(), copies ? "downloading" : "creating"));
        out.schedule(
                out.draw(
                        copies ? VolumeSpans.COPY_IMAGE : VolumeSpans.CREATE,
                        volume.uuid(),
                        volume.serial()),
                new VolumeDue(volume.uuid(), volume.serial() + 1));
    }

    /** Only raw images are cloned in the pool: cinder yoga, volume/drivers/rbd.py, clone_image. */
    private static boolean copies(Volume volume, World world) {
        return GlanceView.image(world, volume.image())
                .filter(image -> !image.diskFormat().equals("raw"))
                .isPresent();
    }

    /** cinder-volume does what the status says. */
    private static void store(Volume volume, World world, Outcome out) {
        Optional<String> hindrance = hindrance(world);
        if (hindrance.isPresent()) {
            out.fact(new VolumeWaits(volume.uuid(), hindrance.get()));
            await(hindrance.get(), out);
            return;
        }
        boolean isThere = CinderService.backend(world).isPresent();
        switch (volume.status()) {
            case "deleting" ->
                    out.fact(
                            isThere
                                    ? new VolumeDeleted(volume.uuid())
                                    : new VolumeStatusSet(volume.uuid(), "error_deleting"));
            case "extending" ->
                    out.fact(
                            isThere
                                    ? new VolumeExtended(volume.uuid(), volume.wantedGib())
                                    : new VolumeStatusSet(volume.uuid(), "error_extending"));
            default ->
                    out.fact(
                            isThere
                                    ? new VolumeBecameAvailable(volume.uuid())
                                    : new VolumeFailed(volume.uuid(), "error opening pool"));
        }
    }

    /** What keeps cinder-volume from working now: itself, or the pool. */
    static Optional<String> hindrance(World world) {
        if (!CinderService.runs(world, CinderService.VOLUME)) {
            return Optional.of(CinderService.VOLUME);
        }
        return CinderService.backend(world)
                .map(CinderService.Backend::pool)
                .filter(pool -> !CephView.canWrite(world, pool))
                .map(VolumeWork::pool);
    }

    static void await(String hindrance, Outcome out) {
        if (hindrance.startsWith("pool ")) {
            out.command(new AwaitPool(hindrance.substring("pool ".length())));
        }
    }

    // ---- what waited goes on

    /**
     * What was in work when cinder-volume stopped does not go on: cinder yoga, volume/manager.py,
     * _do_cleanup. What had not been taken from the queue does.
     */
    private static void reports(ServiceReports fact, World world, Outcome out) {
        if (fact.binary().equals(CinderService.VOLUME)) {
            for (Volume each : world.table(CinderView.VOLUMES)) {
                boolean making =
                        each.status().equals("creating") || each.status().equals("downloading");
                if (making && !each.host().isEmpty() && each.updatedNs() <= fact.silentNs()) {
                    out.fact(new VolumeFailed(each.uuid(), "interrupted"));
                }
            }
        }
        resume(fact.binary(), world, out);
    }

    private static void resume(String hindrance, World world, Outcome out) {
        for (Volume each : world.table(CinderView.VOLUMES)) {
            if (each.waitsFor().equals(hindrance)) {
                out.fact(new VolumeResumed(each.uuid()));
                again(each, out);
            }
        }
        for (Snapshot each : world.table(CinderView.SNAPSHOTS)) {
            if (each.waitsFor().equals(hindrance)) {
                out.fact(new SnapshotWaits(each.uuid(), ""));
                SnapshotHandler.again(each, out);
            }
        }
    }

    private static void again(Volume volume, Outcome out) {
        out.schedule(
                out.draw(VolumeSpans.CREATE, volume.uuid(), volume.serial()),
                new VolumeDue(volume.uuid(), volume.serial()));
    }

    /** What an observed volume is on its way to. */
    static void resume(World world, Outcome out) {
        for (Volume each : world.table(CinderView.VOLUMES)) {
            switch (each.status()) {
                case "creating", "downloading", "deleting", "extending" -> {
                    if (each.waitsFor().isEmpty()) {
                        again(each, out);
                    }
                }
                default -> {
                    // nothing is on its way
                }
            }
        }
        for (Snapshot each : world.table(CinderView.SNAPSHOTS)) {
            boolean moves = each.status().equals("creating") || each.status().equals("deleting");
            if (moves && each.waitsFor().isEmpty()) {
                SnapshotHandler.again(each, out);
            }
        }
    }
}
