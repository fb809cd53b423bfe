package org.maquete.lxd;

import java.util.ArrayList;
import java.util.List;
import org.maquete.host.HostBooted;
import org.maquete.host.HostDied;
import org.maquete.host.HostView;
import org.maquete.host.SystemRemoved;
import org.maquete.kernel.Outcome;
import org.maquete.kernel.Registry;
import org.maquete.kernel.Span;
import org.maquete.kernel.Subsystem;
import org.maquete.world.World;

/** LXD on every machine that Juju uses. */
public final class LxdSubsystem implements Subsystem {

    /** Fetching the image of a base to a host that does not have it. */
    static final Span FETCH_IMAGE =
            Span.seconds(
                    "lxd.fetch-image",
                    80,
                    150,
                    "GUESS: the first container takes 2-4 min, further ones 40-90 s");

    /** Making a container, up to the start of its boot. */
    static final Span CREATE =
            Span.seconds("lxd.create", 36, 78, "GUESS: 40-90 s with the boot of the container");

    @Override
    public String name() {
        return "lxd";
    }

    @Override
    public void declare(Registry registry) {
        registry.tables(LxdView.CONTAINERS, LxdView.IMAGES);
        registry.spans(List.of(FETCH_IMAGE, CREATE));

        registry.command(CreateContainer.class, CreationHandler::create);
        registry.command(DeleteContainer.class, LifeHandler::delete);
        registry.command(StopContainer.class, LifeHandler::stop);
        registry.command(StartContainer.class, LifeHandler::start);
        registry.command(RestartContainer.class, LifeHandler::restart);
        registry.event(CreationStepDue.class, CreationHandler::stepDue);

        registry.fact(ContainerRequested.class, ContainerFolds::requested);
        registry.fact(ContainerProgressed.class, ContainerFolds::progressed);
        registry.fact(CreationStepReached.class, ContainerFolds::stepReached);
        registry.fact(CreationInterrupted.class, ContainerFolds::interrupted);
        registry.fact(ImageCached.class, ContainerFolds::imageCached);
        registry.fact(ImagesLost.class, ContainerFolds::imagesLost);
        registry.fact(ContainerCreated.class, ContainerFolds::created);
        registry.fact(ContainerStarted.class, ContainerFolds::started);
        registry.fact(ContainerStopped.class, ContainerFolds::stopped);
        registry.fact(ContainerDeleted.class, ContainerFolds::deleted);

        registry.react(HostBooted.class, LifeHandler::booted);
        registry.react(HostDied.class, LifeHandler::died);
        registry.react(SystemRemoved.class, LifeHandler::removed);
        registry.react(
                ContainerRequested.class, (fact, world, out) -> next(fact.host(), world, out));
        registry.react(ContainerStarted.class, (fact, world, out) -> next(fact.host(), world, out));
        registry.react(ContainerDeleted.class, (fact, world, out) -> nextAnywhere(world, out));
        registry.resume(CreationHandler::resume);
        registry.invariant(
                "a container runs exactly when its host system is up", LxdSubsystem::ghosts);
        registry.invariant("a host creates one container at a time", LxdSubsystem::crowds);
    }

    private static void next(String host, World world, Outcome out) {
        CreationHandler.next(host, world, out);
    }

    /** The host of a deleted container is not known any more, so every host with a queue looks. */
    private static void nextAnywhere(World world, Outcome out) {
        LxdView.containers(world).stream()
                .filter(container -> container.state() == ContainerState.QUEUED)
                .map(Container::host)
                .distinct()
                .forEach(host -> CreationHandler.next(host, world, out));
    }

    private static List<String> ghosts(World world) {
        List<String> wrong = new ArrayList<>();
        for (Container container : LxdView.containers(world)) {
            boolean runs = container.state() == ContainerState.RUNNING;
            if (runs != HostView.isUp(world, container.name())) {
                wrong.add(container.name() + " is " + container.state() + ", its system is not");
            }
            if (runs && !HostView.isUp(world, container.host())) {
                wrong.add(container.name() + " runs on " + container.host() + ", which is not up");
            }
        }
        return wrong;
    }

    private static List<String> crowds(World world) {
        List<String> wrong = new ArrayList<>();
        List<Container> all = LxdView.containers(world);
        for (Container container : all) {
            boolean crowded =
                    CreationHandler.isUnderWay(container)
                            && all.stream()
                                    .anyMatch(other ->
                                            other.id() < container.id()
                                                    && other.host().equals(container.host())
                                                    && CreationHandler.isUnderWay(other));
            if (crowded) {
                wrong.add(
                        container.host() + " creates " + container.name() + " beside another one");
            }
        }
        return wrong;
    }
}
