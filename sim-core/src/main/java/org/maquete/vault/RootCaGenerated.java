package org.maquete.vault;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The service is a certificate authority. */
public record RootCaGenerated(String server, String pem) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
        sink.text("pem", pem);
    }
}
