package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.cinder.CinderView;
import org.maquete.cinder.CompleteAttachment;
import org.maquete.cinder.ConnectVolume;
import org.maquete.cinder.CreateVolume;
import org.maquete.cinder.ReserveVolume;
import org.maquete.cinder.Volume;
import org.maquete.cinder.VolumeBecameAvailable;
import org.maquete.cinder.VolumeCreated;
import org.maquete.cinder.VolumeFailed;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.kernel.SimTime;
import org.maquete.placement.FreeResources;
import org.maquete.world.World;

/**
 * The volumes of a server that is being built: nova-api reserves those that exist, nova-compute
 * makes the others and looks every 3 s, 61 times, whether they are available; then it attaches all
 * and starts the guest.
 */
final class DiskBuild {

    // 60, retries, after a first look: nova yoga, conf/compute.py, block_device_allocate_retries
    private static final int LOOKS = 61;
    // 3, seconds: nova yoga, conf/compute.py, block_device_allocate_retries_interval
    private static final long INTERVAL_NS = 3 * SimTime.SECOND;

    private DiskBuild() {}

    static void declare(Registry registry) {
        registry.event(VolumeTimeoutDue.class, DiskBuild::timedOut);
        registry.fact(
                VolumesAwaited.class,
                (f, _, edits) -> {
                    for (Disk each : Disks.of(edits.world(), f.server())) {
                        edits.change(Disks.DISKS, each.uuid(), d -> d.withTimeout(f.timeout()));
                    }
                });
        registry.react(VolumeCreated.class, DiskBuild::made);
        registry.react(
                VolumeBecameAvailable.class, (f, world, out) -> proceed(f.uuid(), world, out));
        registry.react(VolumeFailed.class, (f, world, out) -> failed(f.uuid(), world, out));
    }

    // ---- nova-api

    /** Why a server cannot have these disks; empty when it can. */
    static Optional<Refusal> refuses(CreateServer command, World world) {
        List<DiskWish> disks = command.disks();
        boolean boots = !command.image().isEmpty();
        for (DiskWish each : disks) {
            boolean root = each.bootIndex() == 0;
            Optional<Volume> volume = CinderView.bootedFrom(world, each.id());
            if (root && volume.isPresent() && !volume.get().bootable()) {
                return Disks.no("400", "Block Device " + volume.get().uuid() + " is not bootable.");
            }
            if (root && boots || each.bootIndex() > 0) {
                return badSequence();
            }
            boots |= root;
        }
        return disks.isEmpty() || boots ? Optional.empty() : badSequence();
    }

    private static Optional<Refusal> badSequence() {
        return Disks.no(
                "400",
                "Block Device Mapping is Invalid: Boot sequence for the instance and image/block"
                        + " device mapping combination is not valid.");
    }

    /** The same after the quota: nova yoga, compute/api.py, _validate_bdm. */
    static Optional<Refusal> refusesLate(CreateServer command, World world, Outcome out) {
        for (DiskWish each : command.disks()) {
            boolean made = each.source().equals("image") || each.source().equals("blank");
            if (made && each.sizeGib() == 0) {
                String image =
                        "Images with destination_type 'volume' need to have a non-zero size"
                                + " specified";
                String blank =
                        "Blank volumes (source: 'blank', dest: 'volume') need to have non-zero"
                                + " size";
                return Disks.no("400", each.source().equals("image") ? image : blank);
            }
            boolean volume = each.source().equals("volume");
            if (volume && CinderView.volume(world, each.id()).isEmpty()) {
                return Disks.no(
                        "400",
                        "Block Device Mapping is Invalid: failed to get volume " + each.id() + ".");
            }
            if (volume) {
                Optional<Refusal> no = CinderView.refusesReserve(world, each.id());
                if (no.isPresent()) {
                    return Disks.no("400", "Invalid volume: " + Disks.ofCinder(no.get(), out));
                }
            }
        }
        return Optional.empty();
    }

    /** Writes the disks down, and keeps the volumes that there are for the server. */
    static void map(String server, CreateServer command, Outcome out) {
        List<String> taken = new ArrayList<>();
        if (!command.image().isEmpty()) {
            taken.add("/dev/vda");
        }
        for (int i = 0; i < command.disks().size(); i++) {
            DiskWish wish = command.disks().get(i);
            String device = wish.device().isEmpty() ? Disks.device(taken) : wish.device();
            taken.add(device);
            String uuid = out.draws(server, "disk", i).uuid();
            out.fact(new DiskMapped(uuid, server, wish.encoded(), device, "mapped"));
            if (wish.source().equals("volume")) {
                out.fact(new DiskVolumeSet(uuid, wish.id()));
                out.command(new ReserveVolume(wish.id(), server));
            }
        }
    }

    // ---- nova-compute

    /** Makes the volumes that there are not; whether the guest can be started at once. */
    static boolean begin(Server server, String host, World world, Outcome out) {
        List<Disk> disks = Disks.of(world, server.uuid());
        boolean ready = true;
        for (Disk each : disks) {
            if (each.volume().isEmpty()) {
                out.command(creation(server, each));
                ready = false;
            } else {
                ready &= isReady(each, world);
            }
        }
        if (ready) {
            attach(disks, host, out);
            return true;
        }
        ServerState mapping =
                new ServerState("building", "block_device_mapping", ServerState.NO_STATE);
        out.fact(new ServerStateSet(server.uuid(), host, mapping));
        EventId timeout =
                out.schedule(
                        LOOKS * INTERVAL_NS,
                        new VolumeTimeoutDue(server.uuid(), host, server.tried().size()));
        out.fact(new VolumesAwaited(server.uuid(), timeout));
        return false;
    }

    private static CreateVolume creation(Server server, Disk disk) {
        DiskWish wish = disk.wish();
        boolean blank = wish.source().equals("blank");
        return new CreateVolume(
                server.project(),
                server.user(),
                blank ? server.uuid() + "-blank-vol" : "",
                "",
                wish.sizeGib(),
                "",
                wish.source().equals("image") ? wish.id() : "",
                wish.source().equals("snapshot") ? wish.id() : "",
                "",
                List.of(),
                disk.uuid());
    }

    private static void made(VolumeCreated fact, World world, Outcome out) {
        if (world.table(Disks.DISKS).has(fact.request())) {
            out.fact(new DiskVolumeSet(fact.request(), fact.uuid()));
        }
    }

    private static boolean isReady(Disk disk, World world) {
        return switch (CinderView.volume(world, disk.volume()).map(Volume::status).orElse("")) {
            case "available", "reserved", "in-use" -> true;
            default -> false;
        };
    }

    private static Optional<Server> building(String volume, World world) {
        for (Disk each : world.table(Disks.DISKS)) {
            if (each.volume().equals(volume)) {
                return NovaView.server(world, each.server())
                        .filter(s -> s.state().isBuilding())
                        .filter(s -> s.taskState().equals("block_device_mapping"));
            }
        }
        return Optional.empty();
    }

    /** A volume is there: with the last one the guest is started. */
    private static void proceed(String volume, World world, Outcome out) {
        Optional<Server> server = building(volume, world);
        if (server.isEmpty()) {
            return;
        }
        List<Disk> disks = Disks.of(world, server.get().uuid());
        for (Disk each : disks) {
            if (!isReady(each, world)) {
                return;
            }
        }
        attach(disks, server.get().host(), out);
        ServerHandler.start(server.get(), server.get().host(), out);
    }

    private static void attach(List<Disk> disks, String host, Outcome out) {
        for (Disk each : disks) {
            out.cancel(each.timeout());
            if (!each.state().equals("attached")) {
                if (!each.wish().source().equals("volume")) {
                    out.command(new ReserveVolume(each.volume(), each.server()));
                }
                out.command(new ConnectVolume(each.volume(), host));
                out.command(new CompleteAttachment(each.volume(), each.device()));
                out.fact(new DiskStateSet(each.uuid(), "attached", false));
            }
        }
    }

    private static void timedOut(VolumeTimeoutDue event, World world, Outcome out) {
        Optional<Server> server =
                NovaView.server(world, event.server())
                        .filter(s -> s.host().equals(event.host()))
                        .filter(s -> s.tried().size() == event.attempt());
        if (server.isEmpty()) {
            return;
        }
        for (Disk each : Disks.of(world, event.server())) {
            if (!isReady(each, world) && building(each.volume(), world).isPresent()) {
                giveUp(server.get(), each.volume(), LOOKS, world, out);
                return;
            }
        }
    }

    private static void failed(String volume, World world, Outcome out) {
        Optional<Server> server = building(volume, world);
        if (server.isPresent()) {
            long createdNs =
                    CinderView.volume(world, volume).map(Volume::createdNs).orElse(out.now());
            int looks = (int) ((out.now() - createdNs) / INTERVAL_NS) + 1;
            giveUp(server.get(), volume, looks, world, out);
        }
    }

    private static void giveUp(Server server, String volume, int looks, World world, Outcome out) {
        String status = CinderView.volume(world, volume).map(Volume::status).orElse("");
        long seconds = (looks == LOOKS ? looks : looks - 1) * INTERVAL_NS / SimTime.SECOND;
        abort(
                server,
                "Volume "
                        + volume
                        + " did not finish being created even after we waited "
                        + seconds
                        + " seconds or "
                        + looks
                        + " attempts. And its status is "
                        + status
                        + ".",
                world,
                out);
    }

    /** Cinder does not make a volume: the build ends. */
    static void refused(CreateVolume command, Refusal refusal, World world, Outcome out) {
        Optional<Server> server =
                world.table(Disks.DISKS)
                        .find(command.request())
                        .flatMap(disk -> NovaView.server(world, disk.server()))
                        .filter(s -> s.state().isBuilding());
        if (server.isPresent()) {
            abort(server.get(), refusal.message(), world, out);
        }
    }

    private static void abort(Server server, String why, World world, Outcome out) {
        Disks.release(server, world, out);
        out.command(new FreeResources(server.uuid()));
        ServerHandler.fail(server, "Build of instance " + server.uuid() + " aborted: " + why, out);
    }
}
