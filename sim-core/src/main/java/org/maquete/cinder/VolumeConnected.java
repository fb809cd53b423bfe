package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The host of the server connects to a volume. */
public record VolumeConnected(String uuid, String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host);
    }
}
