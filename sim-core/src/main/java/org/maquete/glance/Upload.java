package org.maquete.glance;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A file that the store does not take.
 *
 * @param uuid of the image; the natural key
 * @param pool which takes nothing
 * @param ticket of the client that sends it
 * @param timeout when haproxy gives up
 */
record Upload(
        int id,
        String uuid,
        String pool,
        long sizeBytes,
        String checksum,
        long ticket,
        EventId timeout)
        implements Row {

    @Override
    public String key() {
        return uuid;
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
