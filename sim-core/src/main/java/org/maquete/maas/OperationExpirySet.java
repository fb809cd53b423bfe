package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS will give up on a machine at this time.
 *
 * @param expiresNs 0: not any more
 * @param expiry the giving up
 */
public record OperationExpirySet(String hostname, long expiresNs, EventId expiry) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).number("expiresNs", expiresNs);
    }
}
