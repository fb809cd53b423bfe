package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A container was made, has started or has ended. */
record ContainerChanged(Container row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("docker container", row.key());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
