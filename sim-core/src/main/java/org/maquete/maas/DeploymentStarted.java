package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS began to deploy a machine. */
public record DeploymentStarted(String hostname, String series) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("series", series);
    }
}
