package org.maquete.hardware;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Takes the management controller of a machine off the network. */
public record DisconnectController(String machine) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine);
    }
}
