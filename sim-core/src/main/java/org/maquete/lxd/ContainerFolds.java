package org.maquete.lxd;

import java.util.function.UnaryOperator;
import org.maquete.kernel.EventId;
import org.maquete.world.Edits;

/** Applies what happened to containers. */
final class ContainerFolds {

    private ContainerFolds() {}

    static void requested(ContainerRequested fact, long timeNs, Edits edits) {
        edits.insert(
                LxdView.CONTAINERS,
                new Container(
                        edits.world().table(LxdView.CONTAINERS).nextId(),
                        fact.name(),
                        fact.host(),
                        fact.base(),
                        ContainerState.QUEUED,
                        CreationStep.WAITING,
                        "",
                        0,
                        EventId.NONE,
                        timeNs,
                        0));
    }

    static void progressed(ContainerProgressed fact, long timeNs, Edits edits) {
        change(
                fact.name(),
                edits,
                c ->
                        new Container(
                                c.id(),
                                c.name(),
                                c.host(),
                                c.base(),
                                c.state(),
                                c.step(),
                                fact.message(),
                                c.stepDueNs(),
                                c.stepEvent(),
                                c.sinceNs(),
                                c.createdNs()));
    }

    static void stepReached(CreationStepReached fact, long timeNs, Edits edits) {
        change(
                fact.name(),
                edits,
                c ->
                        new Container(
                                c.id(),
                                c.name(),
                                c.host(),
                                c.base(),
                                ContainerState.CREATING,
                                fact.step(),
                                c.message(),
                                fact.dueNs(),
                                fact.due(),
                                c.state() == ContainerState.CREATING ? c.sinceNs() : timeNs,
                                c.createdNs()));
    }

    static void interrupted(CreationInterrupted fact, long timeNs, Edits edits) {
        state(fact.name(), ContainerState.QUEUED, CreationStep.WAITING, timeNs, edits);
    }

    static void imageCached(ImageCached fact, long timeNs, Edits edits) {
        int id = edits.world().table(LxdView.IMAGES).nextId();
        edits.insert(LxdView.IMAGES, new CachedImage(id, fact.host(), fact.base()));
    }

    static void imagesLost(ImagesLost fact, long timeNs, Edits edits) {
        edits.world().table(LxdView.IMAGES).where(i -> i.host().equals(fact.host())).stream()
                .mapToInt(CachedImage::id)
                .forEach(id -> edits.remove(LxdView.IMAGES, id));
    }

    static void created(ContainerCreated fact, long timeNs, Edits edits) {
        state(fact.name(), ContainerState.STARTING, CreationStep.CREATED, timeNs, edits);
    }

    static void started(ContainerStarted fact, long timeNs, Edits edits) {
        state(fact.name(), ContainerState.RUNNING, CreationStep.CREATED, timeNs, edits);
    }

    static void stopped(ContainerStopped fact, long timeNs, Edits edits) {
        state(fact.name(), ContainerState.STOPPED, CreationStep.CREATED, timeNs, edits);
    }

    static void deleted(ContainerDeleted fact, long timeNs, Edits edits) {
        int id = edits.world().table(LxdView.CONTAINERS).idOf(fact.name());
        edits.remove(LxdView.CONTAINERS, id);
    }

    private static void state(
            String name, ContainerState state, CreationStep step, long sinceNs, Edits edits) {
        change(
                name,
                edits,
                c ->
                        new Container(
                                c.id(),
                                c.name(),
                                c.host(),
                                c.base(),
                                state,
                                step,
                                c.message(),
                                0,
                                EventId.NONE,
                                sinceNs,
                                state == ContainerState.STARTING ? sinceNs : c.createdNs()));
    }

    private static void change(String name, Edits edits, UnaryOperator<Container> change) {
        edits.change(LxdView.CONTAINERS, name, change);
    }
}
