package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Gives a machine back. */
public record ReleaseMachine(String hostname, Erase erase) implements Command {

    /** Leaves the disks as they are. */
    public ReleaseMachine(String hostname) {
        this(hostname, Erase.NONE);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("erase", erase.name());
    }
}
