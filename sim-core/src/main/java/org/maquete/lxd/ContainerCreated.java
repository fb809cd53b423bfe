package org.maquete.lxd;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A container exists and is about to boot for the first time. */
public record ContainerCreated(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
