package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS could not switch a machine and has put it back to Allocated. */
public record DeploymentReverted(String hostname, String message) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("message", message);
    }
}
