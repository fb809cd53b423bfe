package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** MAAS will give up on a deployment at this time. */
public record StatusExpirySet(String hostname, long expiresNs, EventId expiry) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).number("expiresNs", expiresNs);
    }
}
