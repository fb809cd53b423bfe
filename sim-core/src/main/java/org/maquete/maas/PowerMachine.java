package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Switches a machine on or off. */
public record PowerMachine(String hostname, boolean on) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).flag("on", on);
    }
}
