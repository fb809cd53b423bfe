package org.maquete.lxd;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A container waits for its creation. */
public record ContainerRequested(String name, String host, String base) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("host", host).text("base", base);
    }
}
