package org.maquete.vault;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A unit has a certificate.
 *
 * @param server the key of the service that signed it
 * @param expiresNs when it stops being valid
 * @param expiry the event at that time
 */
public record CertificateIssued(
        String model, String unit, String server, long expiresNs, EventId expiry) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.text("server", server);
        sink.number("expiresNs", expiresNs);
    }
}
