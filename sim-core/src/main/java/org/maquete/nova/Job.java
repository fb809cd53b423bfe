package org.maquete.nova;

import org.maquete.world.Sink;

/**
 * What a server is being subjected to: one action of the API on its way through conductor,
 * scheduler and nova-compute.
 *
 * @param action which
 * @param serial how many actions the server has had: an event of an earlier one is stale
 * @param stage the next stage of the action
 * @param detail what the request carries: a flavor, an image, a host
 * @param migration the uuid of the migration, or empty
 * @param dest the host to which it goes, or empty
 * @param waits whether the next stage waits for a program that does not run
 */
public record Job(
        ServerAction action,
        int serial,
        int stage,
        String detail,
        String migration,
        String dest,
        boolean waits) {

    /** Nothing is on its way. */
    static final Job NONE = new Job(ServerAction.NONE, 0, 0, "", "", "", false);

    Job ended() {
        return new Job(ServerAction.NONE, serial, 0, "", "", "", false);
    }

    Job at(int stage) {
        return new Job(action, serial, stage, detail, migration, dest, false);
    }

    Job waiting() {
        return new Job(action, serial, stage, detail, migration, dest, true);
    }

    Job to(String migration, String dest) {
        return new Job(action, serial, stage, detail, migration, dest, waits);
    }

    void encode(Sink sink) {
        sink.text("action", action.name())
                .number("serial", serial)
                .number("stage", stage)
                .text("detail", detail)
                .text("migration", migration)
                .text("dest", dest)
                .flag("waits", waits);
    }
}
