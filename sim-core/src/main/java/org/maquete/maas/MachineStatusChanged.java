package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A machine has this status and message in MAAS; the status may be the old one. */
public record MachineStatusChanged(String hostname, NodeStatus status, String message)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("status", status.name()).text("message", message);
    }
}
