package org.maquete.glance;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A file does not get into the store, because the pool carries out no writes.
 *
 * @param ticket of the client that sends it
 * @param timeout when haproxy gives up
 */
public record UploadHeldUp(
        String uuid, String pool, long sizeBytes, String checksum, long ticket, EventId timeout)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("pool", pool)
                .number("sizeBytes", sizeBytes)
                .text("checksum", checksum)
                .number("ticket", ticket);
    }
}
