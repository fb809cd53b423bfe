package org.maquete.ovn;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An election has ended; empty roles stay vacant.
 *
 * @param northbound the unit that leads the northbound database
 * @param southbound the unit that leads the southbound database
 * @param northd the unit whose northd is active
 */
public record LeadersElected(
        String model, String application, String northbound, String southbound, String northd)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("northbound", northbound);
        sink.text("southbound", southbound);
        sink.text("northd", northd);
    }
}
