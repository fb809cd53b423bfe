package org.maquete.maas;

import org.maquete.kernel.EventId;

/**
 * How MAAS switches a machine and what it believes about its power.
 *
 * @param type the power driver: {@code amt}; {@code manual} when a person does it; or empty while
 *     nobody has said
 * @param address where the management controller answers
 * @param password what MAAS says to it
 * @param state {@code on}, {@code off}, {@code error} or {@code unknown}
 * @param pollDueNs when MAAS asks for the state, 0 while that would change nothing
 * @param pollEvent the asking
 */
public record Power(
        String type,
        String address,
        String password,
        String state,
        long pollDueNs,
        EventId pollEvent) {

    /** The power of a machine that has just been enlisted. */
    static Power of(String type) {
        return new Power(type, "", "", "off", 0, EventId.NONE);
    }

    /** Whether MAAS can switch the machine by itself. */
    public boolean isDriven() {
        return !type.isEmpty() && !type.equals("manual");
    }

    Power seen(String newState) {
        return new Power(type, address, password, newState, 0, EventId.NONE);
    }

    Power polled(long dueNs, EventId due) {
        return new Power(type, address, password, state, dueNs, due);
    }
}
