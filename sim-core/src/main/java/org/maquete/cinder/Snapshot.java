package org.maquete.cinder;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A snapshot of a volume.
 *
 * @param uuid the natural key
 * @param status {@code creating}, {@code available}, {@code error}, {@code deleting}
 * @param properties {@code key=value}
 * @param updatedNs when it changed for the last time, or -1
 * @param waitsFor the program or the pool that the next step waits for, or empty
 */
public record Snapshot(
        int id,
        String uuid,
        String project,
        String volume,
        String name,
        String description,
        String status,
        long sizeGib,
        List<String> properties,
        long createdNs,
        long updatedNs,
        String waitsFor)
        implements Row {

    public Snapshot {
        properties = List.copyOf(properties);
    }

    @Override
    public String key() {
        return uuid;
    }

    Snapshot with(String status, String waitsFor, long timeNs) {
        return new Snapshot(
                id,
                uuid,
                project,
                volume,
                name,
                description,
                status,
                sizeGib,
                properties,
                createdNs,
                timeNs,
                waitsFor);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("volume", volume)
                .text("name", name)
                .text("description", description)
                .text("status", status)
                .number("sizeGib", sizeGib)
                .texts("properties", properties)
                .number("createdNs", createdNs)
                .number("updatedNs", updatedNs)
                .text("waitsFor", waitsFor);
    }
}
