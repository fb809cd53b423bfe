package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A host is up; its services start now. */
public record HostBooted(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
