package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A type of volumes is no more. */
public record VolumeTypeDeleted(String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume type", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
    }
}
