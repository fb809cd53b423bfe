package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A unit runs an action.
 *
 * @param due the end of the action
 */
public record TaskStarted(String model, int number, String unit, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("unit", unit);
    }
}
