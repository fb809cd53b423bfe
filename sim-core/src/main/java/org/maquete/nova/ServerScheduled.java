package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A host has been chosen for a server. */
public record ServerScheduled(String uuid, String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host);
    }
}
