package org.maquete.nova;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maquete.cinder.BeginDetaching;
import org.maquete.cinder.CinderView;
import org.maquete.cinder.CompleteAttachment;
import org.maquete.cinder.ConnectVolume;
import org.maquete.cinder.DeleteVolumes;
import org.maquete.cinder.EndAttachment;
import org.maquete.cinder.ReserveVolume;
import org.maquete.cinder.Volume;
import org.maquete.kernel.Answer;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Ref;
import org.maquete.kernel.Refusal;
import org.maquete.kernel.Registry;
import org.maquete.world.TableKey;
import org.maquete.world.World;

/**
 * Volumes as disks of servers that run: nova-api reserves the volume, nova-compute connects to it
 * and gives it to the guest; and the way back.
 */
final class Disks {

    static final TableKey<Disk> DISKS = TableKey.keyed("nova.disk");

    private static final List<String> ALLOWED =
            List.of(
                    "active",
                    "paused",
                    "stopped",
                    "resized",
                    "soft-delete",
                    "shelved",
                    "shelved_offloaded");

    private Disks() {}

    static void declare(Registry registry) {
        registry.command(AttachVolume.class, Disks::attach);
        registry.command(DetachVolume.class, Disks::detach);
        registry.event(DiskDue.class, Disks::due);
        registry.react(ServiceSeen.class, Disks::seen);
        registry.fact(
                DiskMapped.class,
                (f, _, edits) ->
                        edits.insert(
                                DISKS,
                                new Disk(
                                        edits.world().table(DISKS).nextId(),
                                        f.uuid(),
                                        f.server(),
                                        DiskWish.decoded(f.origin()),
                                        "",
                                        f.device(),
                                        f.state(),
                                        false,
                                        EventId.NONE)));
        registry.fact(
                DiskVolumeSet.class,
                (f, _, edits) -> edits.change(DISKS, f.uuid(), d -> d.withVolume(f.volume())));
        registry.fact(
                DiskStateSet.class,
                (f, _, edits) -> edits.change(DISKS, f.uuid(), d -> d.with(f.state(), f.waits())));
        registry.fact(
                DiskRemoved.class,
                (f, _, edits) -> edits.remove(DISKS, edits.world().table(DISKS).idOf(f.uuid())));
    }

    /** The disks of a server, in the order in which they were asked for. */
    static List<Disk> of(World world, String server) {
        if (world.table(DISKS).count() == 0) {
            return List.of();
        }
        return world.table(DISKS).where(d -> d.server().equals(server));
    }

    /** The first name that no disk has; the first of all belongs to the disk that it boots from. */
    static String device(List<String> taken) {
        char letter = 'a';
        while (taken.contains("/dev/vd" + letter)) {
            letter++;
        }
        return "/dev/vd" + letter;
    }

    private static List<String> taken(Server server, World world) {
        List<String> taken = new ArrayList<>();
        taken.add("/dev/vda");
        for (Disk each : of(world, server.uuid())) {
            taken.add(each.device());
        }
        return taken;
    }

    // ---- what a person asks

    static void attach(AttachVolume command, World world, Outcome out) {
        Optional<Server> there = NovaView.server(world, command.server());
        if (there.isEmpty()) {
            out.refuse(missing(command.server()));
            return;
        }
        Server server = there.get();
        Optional<Refusal> no = refuses(server, "attach_volume", command.admin());
        if (no.isEmpty()) {
            no = refusesAttaching(server, command, world, out);
        }
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        String device =
                command.device().isEmpty() ? device(taken(server, world)) : command.device();
        int serial = CinderView.volume(world, command.volume()).map(Volume::serial).orElse(0);
        String uuid = out.draws(server.uuid() + " " + command.volume(), "disk", serial).uuid();
        DiskWish wish = new DiskWish("volume", command.volume(), 0, -1, false, command.device());
        out.fact(new DiskMapped(uuid, server.uuid(), wish.encoded(), device, "reserved"));
        out.fact(new DiskVolumeSet(uuid, command.volume()));
        out.command(new ReserveVolume(command.volume(), server.uuid()));
        out.schedule(out.draw(ServerSpans.CALL, uuid, 0), new DiskDue(uuid, "reserved"));
        out.answer(Answer.of(device));
    }

    private static Refusal missing(String uuid) {
        String text = "Instance " + uuid + " could not be found.";
        return Refusal.missing("404", text, "server", uuid);
    }

    /** The decorators of nova yoga, compute/api.py, attach_volume and detach_volume. */
    private static Optional<Refusal> refuses(Server server, String action, boolean admin) {
        if (server.locked() && !admin) {
            return no("409", "Instance " + server.uuid() + " is locked");
        }
        String begin = "Cannot '" + action + "' instance " + server.uuid() + " while it is in ";
        if (!ALLOWED.contains(server.vmState())) {
            return no("409", begin + "vm_state " + server.vmState());
        }
        return server.taskState().isEmpty()
                ? Optional.empty()
                : no("409", begin + "task_state " + server.taskState());
    }

    private static Optional<Refusal> refusesAttaching(
            Server server, AttachVolume command, World world, Outcome out) {
        for (Disk each : world.table(DISKS)) {
            if (each.volume().equals(command.volume())) {
                return no(
                        "400",
                        "Invalid volume: volume "
                                + command.volume()
                                + " is already attached to instances: "
                                + each.server());
            }
        }
        if (!ComputeService.runs(world, ComputeService.COMPUTE, server.host())) {
            // nova-api asks nova-compute for the name of the device; the 60 s until it gives up
            // are not waited here
            return no(
                    "500",
                    "Unexpected API Error. Please report this at"
                            + " http://bugs.launchpad.net/nova/ and attach the Nova API log if"
                            + " possible.\n<class 'oslo_messaging.exceptions.MessagingTimeout'>");
        }
        if (taken(server, world).contains(command.device())) {
            return no("409", "The supplied device path (" + command.device() + ") is in use.");
        }
        return CinderView.refusesReserve(world, command.volume())
                .map(r -> Refusal.of("400", ofCinder(r, out)));
    }

    /** How Nova passes on what Cinder refused. */
    static String ofCinder(Refusal refusal, Outcome out) {
        return "Invalid input received: "
                + refusal.message()
                + " (HTTP "
                + refusal.code()
                + ") (Request-ID: req-"
                + out.draws(refusal.message(), "request", 0).uuid()
                + ")";
    }

    static Optional<Refusal> no(String code, String message) {
        return Optional.of(Refusal.of(code, message));
    }

    static void detach(DetachVolume command, World world, Outcome out) {
        Optional<Server> server = NovaView.server(world, command.server());
        Optional<Disk> disk =
                of(world, command.server()).stream()
                        .filter(d -> d.volume().equals(command.volume()))
                        .findFirst();
        Optional<Refusal> no;
        if (server.isEmpty()) {
            no = Optional.of(missing(command.server()));
        } else if (disk.isEmpty()) {
            no =
                    Optional.of(
                            new Refusal(
                                    "404",
                                    "",
                                    "Instance "
                                            + command.server()
                                            + " is not attached to volume "
                                            + command.volume(),
                                    new Ref("volume", command.volume())));
        } else {
            no = refusesDetaching(server.get(), disk.get(), command, world, out);
        }
        if (no.isPresent()) {
            out.refuse(no.get());
            return;
        }
        String uuid = disk.orElseThrow().uuid();
        out.command(new BeginDetaching(command.volume()));
        out.fact(new DiskStateSet(uuid, "detaching", false));
        out.schedule(out.draw(ServerSpans.DOMAIN, uuid, 1), new DiskDue(uuid, "detaching"));
    }

    private static Optional<Refusal> refusesDetaching(
            Server server, Disk disk, DetachVolume command, World world, Outcome out) {
        if (disk.isRoot()) {
            return no("400", "Cannot detach a root device volume");
        }
        Optional<Refusal> state = refuses(server, "detach_volume", command.admin());
        if (state.isPresent()) {
            return state;
        }
        if (!ComputeService.isUp(world, server.host(), out.now())) {
            return no("409", "Service is unavailable at this time.");
        }
        return CinderView.refusesDetaching(world, command.volume())
                .map(r -> Refusal.of("400", "Invalid volume: " + ofCinder(r, out)));
    }

    // ---- what nova-compute does

    static void due(DiskDue event, World world, Outcome out) {
        Optional<Disk> there = world.table(DISKS).find(event.uuid());
        if (there.isEmpty() || !there.get().state().equals(event.state())) {
            return;
        }
        Disk disk = there.get();
        String host = NovaView.server(world, disk.server()).map(Server::host).orElse("");
        if (!ComputeService.runs(world, ComputeService.COMPUTE, host)) {
            out.fact(new DiskStateSet(disk.uuid(), disk.state(), true));
            return;
        }
        switch (disk.state()) {
            case "reserved" -> {
                out.command(new ConnectVolume(disk.volume(), host));
                out.fact(new DiskStateSet(disk.uuid(), "attaching", false));
                out.schedule(
                        out.draw(ServerSpans.DOMAIN, disk.uuid(), 0),
                        new DiskDue(disk.uuid(), "attaching"));
            }
            case "attaching" -> {
                out.command(new CompleteAttachment(disk.volume(), disk.device()));
                out.fact(new DiskStateSet(disk.uuid(), "attached", false));
            }
            default -> {
                out.command(new EndAttachment(disk.volume()));
                out.fact(new DiskRemoved(disk.uuid()));
            }
        }
    }

    private static void seen(ServiceSeen fact, World world, Outcome out) {
        for (Disk each : world.table(DISKS)) {
            if (each.waits()) {
                out.fact(new DiskStateSet(each.uuid(), each.state(), false));
                again(each, out);
            }
        }
    }

    private static void again(Disk disk, Outcome out) {
        out.schedule(
                out.draw(ServerSpans.CALL, disk.uuid(), 2), new DiskDue(disk.uuid(), disk.state()));
    }

    /** What an observed disk is on its way to. */
    static void resume(World world, Outcome out) {
        for (Disk each : world.table(DISKS)) {
            switch (each.state()) {
                case "reserved", "attaching", "detaching" -> {
                    if (!each.waits()) {
                        again(each, out);
                    }
                }
                default -> {
                    // a build goes on by itself, and nothing else is on its way
                }
            }
        }
    }

    /** The server is no more, or its build has failed: its volumes are free, or go with it. */
    static void release(Server server, World world, Outcome out) {
        for (Disk each : of(world, server.uuid())) {
            out.cancel(each.timeout());
            if (!each.volume().isEmpty()) {
                out.command(new EndAttachment(each.volume()));
                if (each.wish().deleteOnTermination()) {
                    out.command(new DeleteVolumes(List.of(each.volume()), false, false, false));
                }
            }
            out.fact(new DiskRemoved(each.uuid()));
        }
    }
}
