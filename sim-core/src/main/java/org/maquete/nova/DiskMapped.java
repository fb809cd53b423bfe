package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A server is to have a volume as a disk.
 *
 * @param origin what the disk is: see {@link DiskWish#encoded}
 * @param state {@code mapped}, or {@code reserved} for a server that runs
 */
public record DiskMapped(String uuid, String server, String origin, String device, String state)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("server", server)
                .text("origin", origin)
                .text("device", device)
                .text("state", state);
    }
}
