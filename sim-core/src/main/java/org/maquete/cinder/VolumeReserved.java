package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A volume is kept for a server. */
public record VolumeReserved(String uuid, String attachment, String server) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("attachment", attachment).text("server", server);
    }
}
