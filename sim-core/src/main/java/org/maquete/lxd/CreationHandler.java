package org.maquete.lxd;

import java.util.Optional;
import org.maquete.host.BootHost;
import org.maquete.host.HostKind;
import org.maquete.host.HostView;
import org.maquete.host.InstallSystem;
import org.maquete.kernel.EventId;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides how containers come to be: one after the other on each host. */
final class CreationHandler {

    private CreationHandler() {}

    static void create(CreateContainer command, World world, Outcome out) {
        if (LxdView.container(world, command.name()).isPresent()) {
            // lxd 5.0: the refusal of a second instance with a name
            out.refuse(Refusal.of("409", "Instance \"" + command.name() + "\" already exists"));
        } else if (!HostView.isUp(world, command.host())) {
            out.refuse(
                    Refusal.missing(
                            "down",
                            "host " + command.host() + " is not up",
                            "host",
                            command.host()));
        } else {
            out.fact(new ContainerRequested(command.name(), command.host(), command.base()));
        }
    }

    /** Begins with the first container in the queue of a host, if the host is free to do so. */
    static void next(String host, World world, Outcome out) {
        if (!HostView.isUp(world, host)) {
            return;
        }
        Optional<Container> first = Optional.empty();
        for (Container container : LxdView.containers(world, host)) {
            if (isUnderWay(container)) {
                return;
            }
            if (first.isEmpty() && container.state() == ContainerState.QUEUED) {
                first = Optional.of(container);
            }
        }
        first.ifPresent(container -> begin(container, world, out));
    }

    static void stepDue(CreationStepDue event, World world, Outcome out) {
        Container container = world.table(LxdView.CONTAINERS).get(event.name());
        switch (container.step()) {
            case ACQUIRING_IMAGE -> {
                say(container, "Retrieving image: rootfs: 50%", out);
                long secondHalf = fetchNs(container, out) - fetchNs(container, out) / 2;
                reach(container, CreationStep.RETRIEVING_IMAGE, secondHalf, out);
            }
            case RETRIEVING_IMAGE -> {
                out.fact(new ImageCached(container.host(), container.base()));
                make(container, out);
            }
            case CREATING -> {
                out.fact(new ContainerCreated(container.name()));
                out.command(
                        new InstallSystem(container.name(), HostKind.CONTAINER, container.host()));
                out.command(new BootHost(container.name()));
            }
            case WAITING, CREATED ->
                    throw new IllegalStateException(
                            "expected a step with an end, found " + container);
        }
    }

    static void resume(World world, Outcome out) {
        for (Container container : LxdView.containers(world)) {
            if (container.state() == ContainerState.CREATING) {
                long leftNs = Math.max(0, container.stepDueNs() - out.now());
                reach(container, container.step(), leftNs, out);
            }
        }
    }

    /** Whether a host is busy with this container. */
    static boolean isUnderWay(Container container) {
        return container.state() == ContainerState.CREATING
                || container.state() == ContainerState.STARTING;
    }

    private static void begin(Container container, World world, Outcome out) {
        say(container, "Creating container spec", out);
        say(container, "acquiring LXD image", out);
        if (LxdView.hasImage(world, container.host(), container.base())) {
            make(container, out);
        } else {
            long firstHalf = fetchNs(container, out) / 2;
            reach(container, CreationStep.ACQUIRING_IMAGE, firstHalf, out);
        }
    }

    private static void make(Container container, Outcome out) {
        say(container, "Creating container", out);
        long createNs = out.draw(LxdSubsystem.CREATE, container.name(), 0);
        reach(container, CreationStep.CREATING, createNs, out);
    }

    private static long fetchNs(Container container, Outcome out) {
        return out.draw(LxdSubsystem.FETCH_IMAGE, container.host() + " " + container.base(), 0);
    }

    private static void say(Container container, String message, Outcome out) {
        out.fact(new ContainerProgressed(container.name(), message));
    }

    private static void reach(Container container, CreationStep step, long lasts, Outcome out) {
        EventId due = out.schedule(lasts, new CreationStepDue(container.name()));
        out.fact(new CreationStepReached(container.name(), step, out.now() + lasts, due));
    }
}
