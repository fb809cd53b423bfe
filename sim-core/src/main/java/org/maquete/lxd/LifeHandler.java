package org.maquete.lxd;

import java.util.Optional;
import org.maquete.host.BootHost;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.KillHost;
import org.maquete.host.RemoveSystem;
import org.maquete.host.ShutDownHost;
import org.maquete.host.SystemRemoved;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Refusal;
import org.maquete.world.World;

/** Decides when existing containers run, and their end. */
final class LifeHandler {

    private LifeHandler() {}

    /** A container is up, or a machine is, which then starts its containers. */
    static void booted(HostBooted fact, World world, Outcome out) {
        Optional<Container> container = LxdView.container(world, fact.name());
        if (container.isPresent()) {
            if (container.get().state() == ContainerState.STARTING) {
                out.fact(new ContainerProgressed(fact.name(), "Container started"));
            }
            out.fact(new ContainerStarted(fact.name(), container.get().host()));
        }
        for (Container child : LxdView.containers(world, fact.name())) {
            if (child.state() == ContainerState.STOPPED) {
                out.command(new BootHost(child.name()));
            }
        }
        CreationHandler.next(fact.name(), world, out);
    }

    static void died(HostDied fact, World world, Outcome out) {
        LxdView.container(world, fact.name())
                .filter(c ->
                        c.state() == ContainerState.RUNNING || c.state() == ContainerState.STARTING)
                .ifPresent(c -> out.fact(new ContainerStopped(c.name())));
        for (Container child : LxdView.containers(world, fact.name())) {
            if (child.state() == ContainerState.CREATING) {
                out.cancel(child.stepEvent());
                out.fact(new CreationInterrupted(child.name()));
            }
        }
    }

    static void stop(StopContainer command, World world, Outcome out) {
        Optional<Container> container = existing(command.name(), world, out);
        if (container.isEmpty()) {
            return;
        }
        if (container.get().state() == ContainerState.STOPPED) {
            // lxd 5.0, instance/drivers: ErrInstanceIsStopped
            out.refuse(Refusal.of("400", "The instance is already stopped"));
        } else {
            out.command(
                    command.force()
                            ? new KillHost(command.name())
                            : new ShutDownHost(command.name()));
        }
    }

    static void restart(RestartContainer command, World world, Outcome out) {
        stop(new StopContainer(command.name(), command.force()), world, out);
        out.command(new BootHost(command.name()));
    }

    static void start(StartContainer command, World world, Outcome out) {
        Optional<Container> container = existing(command.name(), world, out);
        if (container.isEmpty()) {
            return;
        }
        if (container.get().state() == ContainerState.RUNNING) {
            // lxd 5.0, instance_lxc.go, start
            out.refuse(Refusal.of("400", "The instance is already running"));
        } else {
            out.command(new BootHost(command.name()));
        }
    }

    /** A container that has been made; refuses when there is none of that name. */
    private static Optional<Container> existing(String name, World world, Outcome out) {
        Optional<Container> container =
                LxdView.container(world, name).filter(c -> HostView.host(world, name).isPresent());
        if (container.isEmpty()) {
            out.refuse(absent(name));
        }
        return container;
    }

    /** lxd 5.0: the answer of the server for an instance it does not have. */
    private static Refusal absent(String name) {
        return Refusal.missing("404", "Instance not found", "container", name);
    }

    static void delete(DeleteContainer command, World world, Outcome out) {
        Optional<Container> container = LxdView.container(world, command.name());
        if (container.isEmpty()) {
            out.refuse(absent(command.name()));
        } else if (HostView.host(world, command.name()).isPresent()) {
            out.command(new RemoveSystem(command.name()));
        } else {
            out.cancel(container.get().stepEvent());
            out.fact(new ContainerDeleted(command.name()));
        }
    }

    /** A system is gone: it was a container's, or a machine's with all that waited there. */
    static void removed(SystemRemoved fact, World world, Outcome out) {
        LxdView.container(world, fact.name())
                .ifPresent(c -> out.fact(new ContainerDeleted(c.name())));
        for (Container child : LxdView.containers(world, fact.name())) {
            if (HostView.host(world, child.name()).isEmpty()) {
                out.cancel(child.stepEvent());
                out.fact(new ContainerDeleted(child.name()));
            }
        }
        if (world.table(LxdView.IMAGES).stream().anyMatch(i -> i.host().equals(fact.name()))) {
            out.fact(new ImagesLost(fact.name()));
        }
    }
}
