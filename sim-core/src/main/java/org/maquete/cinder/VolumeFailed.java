package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A volume could not be made. */
public record VolumeFailed(String uuid, String why) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("why", why);
    }
}
