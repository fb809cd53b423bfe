package org.maquete.nova;

import org.maquete.kernel.Span;

/**
 * One step of an action: after {@code span} a program brings the server into another state.
 *
 * @param span how long after the step before
 * @param place which program does it
 * @param vm the new {@code vm_state}; {@link #KEEP} or {@link #BY_POWER}
 * @param task the new {@code task_state}; {@link #KEEP}
 * @param power the new {@code power_state}; -1: as before
 * @param effect what else it does
 */
record Stage(Span span, Place place, String vm, String task, int power, Effect effect) {

    /** The state stays as it is. */
    static final String KEEP = "=";

    /** {@code stopped} when the guest is shut down, otherwise {@code active}. */
    static final String BY_POWER = "?";

    /** A program that an action passes through. */
    enum Place {
        /** nova-conductor, which asks nova-scheduler. */
        SCHEDULER,
        /** nova-compute where the server is. */
        HOST,
        /** nova-compute where it comes from. */
        SOURCE,
        /** nova-compute where it goes to. */
        DEST
    }

    /** What a step does beside setting states. */
    enum Effect {
        NONE,
        /** Chooses a host and claims resources there. */
        CHOOSE,
        /** The server belongs to the other host from now on. */
        ARRIVE,
        /** It runs with the new flavor. */
        RESIZED,
        /** The source gives back what it held. */
        CONFIRMED,
        /** It belongs to the source again. */
        RETURN,
        /** It runs at the source again; the other host gives back what it held. */
        REVERTED,
        /** A running server has arrived. */
        MIGRATED,
        /** It runs elsewhere; the dead host is left as it is until it returns. */
        EVACUATED,
        /** It gives its resources back. */
        OFFLOADED,
        /** It has no host any more. */
        UNHOSTED,
        /** It is no more. */
        DELETED
    }

    static Stage task(Span span, Place place, String task) {
        return new Stage(span, place, KEEP, task, -1, Effect.NONE);
    }

    static Stage ends(Span span, Place place, String vm, int power) {
        return new Stage(span, place, vm, "", power, Effect.NONE);
    }

    Stage and(Effect other) {
        return new Stage(span, place, vm, task, power, other);
    }

    /** The state after it. */
    ServerState after(ServerState before) {
        int newPower = power < 0 ? before.power() : power;
        String newVm =
                switch (vm) {
                    case KEEP -> before.vm();
                    case BY_POWER -> newPower == ServerState.SHUTDOWN ? "stopped" : "active";
                    default -> vm;
                };
        return new ServerState(newVm, task.equals(KEEP) ? before.task() : task, newPower);
    }
}
