package org.maquete.nova;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A volume as a disk of a server: a row of Nova's block device mapping.
 *
 * @param uuid the natural key
 * @param wish what was asked for
 * @param volume the id of the volume, or empty while it is not made
 * @param device {@code /dev/vdb}
 * @param state {@code mapped}, {@code reserved}, {@code attaching}, {@code attached}, {@code
 *     detaching}
 * @param waits whether the next step waits for nova-compute
 * @param timeout when a build has waited long enough for its volume
 */
record Disk(
        int id,
        String uuid,
        String server,
        DiskWish wish,
        String volume,
        String device,
        String state,
        boolean waits,
        EventId timeout)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    boolean isRoot() {
        return wish.bootIndex() == 0;
    }

    Disk withVolume(String other) {
        return new Disk(id, uuid, server, wish, other, device, state, waits, timeout);
    }

    Disk with(String state, boolean waits) {
        return new Disk(id, uuid, server, wish, volume, device, state, waits, timeout);
    }

    Disk withTimeout(EventId other) {
        return new Disk(id, uuid, server, wish, volume, device, state, waits, other);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("server", server)
                .text("wish", wish.encoded())
                .text("volume", volume)
                .text("device", device)
                .text("state", state)
                .flag("waits", waits);
    }
}
