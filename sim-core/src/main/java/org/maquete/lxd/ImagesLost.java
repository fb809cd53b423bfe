package org.maquete.lxd;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The images of a host are gone with its system. */
public record ImagesLost(String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host);
    }
}
