package org.maquete.lxd;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The creation of a container was cut off; it waits for its host. */
public record CreationInterrupted(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
