package org.maquete.nova;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A move of a server from one host to another.
 *
 * @param type {@code resize}, {@code migration}, {@code live-migration}, {@code evacuation}
 */
public record Migration(
        int id,
        String uuid,
        String server,
        String type,
        String source,
        String dest,
        String oldFlavor,
        String newFlavor,
        String status,
        long createdNs,
        long updatedNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    /** Whether it still holds resources of the source. */
    boolean isOpen() {
        return switch (status) {
            case "migrating", "post-migrating", "finished" -> true;
            default -> false;
        };
    }

    Migration with(String status, long timeNs) {
        return new Migration(
                id, uuid, server, type, source, dest, oldFlavor, newFlavor, status, createdNs,
                timeNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("server", server)
                .text("type", type)
                .text("source", source)
                .text("dest", dest)
                .text("oldFlavor", oldFlavor)
                .text("newFlavor", newFlavor)
                .text("status", status)
                .number("createdNs", createdNs)
                .number("updatedNs", updatedNs);
    }
}
