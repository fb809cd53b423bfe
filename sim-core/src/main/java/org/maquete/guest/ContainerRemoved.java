package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A container is no more. */
record ContainerRemoved(String key) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("docker container", key);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("key", key);
    }
}
