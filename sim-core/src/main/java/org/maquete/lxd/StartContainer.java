package org.maquete.lxd;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Starts a container that is stopped. */
public record StartContainer(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
