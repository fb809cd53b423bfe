package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The root file system of a machine or instance has room again. */
public record DiskFreed(String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host);
    }
}
