package org.maquete.glance;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An image.
 *
 * @param uuid the natural key
 * @param status {@code queued}, {@code saving}, {@code active}, {@code deactivated}
 * @param sizeBytes the size of the file, or -1 while there is none
 * @param checksum of the file, or empty while there is none
 */
public record Image(
        int id,
        String uuid,
        ImageDraft draft,
        String status,
        long sizeBytes,
        String checksum,
        long createdNs,
        long updatedNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    /** The id of the project that owns it. */
    public String project() {
        return draft.project();
    }

    /** Its name, which others may have too. */
    public String name() {
        return draft.name();
    }

    /** {@code bare} and so on. */
    public String containerFormat() {
        return draft.containerFormat();
    }

    /** {@code raw}, {@code qcow2} and so on. */
    public String diskFormat() {
        return draft.diskFormat();
    }

    Image with(String newStatus, long timeNs) {
        return new Image(id, uuid, draft, newStatus, sizeBytes, checksum, createdNs, timeNs);
    }

    Image with(ImageDraft other, long timeNs) {
        return new Image(id, uuid, other, status, sizeBytes, checksum, createdNs, timeNs);
    }

    Image stored(long fileBytes, String fileChecksum, long timeNs) {
        return new Image(id, uuid, draft, "active", fileBytes, fileChecksum, createdNs, timeNs);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
        draft.encode(sink);
        sink.text("status", status)
                .number("sizeBytes", sizeBytes)
                .text("checksum", checksum)
                .number("createdNs", createdNs)
                .number("updatedNs", updatedNs);
    }
}
