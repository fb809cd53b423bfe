package org.maquete.glance;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An image.
 *
 * @param uuid the natural key
 * @param status {@code queued}, {@code saving}, {@code active}
 * @param sizeBytes the size of the file, or -1 while there is none
 * @param checksum of the file, or empty while there is none
 */
public record Image(
        int id,
        String uuid,
        String project,
        String name,
        String status,
        String visibility,
        String containerFormat,
        String diskFormat,
        long sizeBytes,
        String checksum,
        long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    Image withName(String name) {
        return new Image(
                id,
                uuid,
                project,
                name,
                status,
                visibility,
                containerFormat,
                diskFormat,
                sizeBytes,
                checksum,
                createdNs);
    }

    Image withStatus(String status) {
        return new Image(
                id,
                uuid,
                project,
                name,
                status,
                visibility,
                containerFormat,
                diskFormat,
                sizeBytes,
                checksum,
                createdNs);
    }

    Image withVisibility(String visibility) {
        return new Image(
                id,
                uuid,
                project,
                name,
                status,
                visibility,
                containerFormat,
                diskFormat,
                sizeBytes,
                checksum,
                createdNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("status", status)
                .text("visibility", visibility)
                .text("containerFormat", containerFormat)
                .text("diskFormat", diskFormat)
                .number("sizeBytes", sizeBytes)
                .text("checksum", checksum)
                .number("createdNs", createdNs);
    }
}
