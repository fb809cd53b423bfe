package org.maquete.host;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Fills the root file system under a host: a fault. A container has none of its own. */
public record FillDisk(String host) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host);
    }
}
