package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The status of a unit agent has changed. */
public record UnitAgentChanged(String model, String unit, String current, String message)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("current", current);
        sink.text("message", message);
    }
}
