package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS will ask for the power of a machine at this time.
 *
 * @param dueNs when
 * @param due the asking
 */
public record PowerPollPlanned(String hostname, long dueNs, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).number("dueNs", dueNs);
    }
}
