package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The next update-status hook of a unit matters.
 *
 * @param due when the hook is queued
 */
public record UpdateStatusPlanned(String model, String unit, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit);
    }
}
