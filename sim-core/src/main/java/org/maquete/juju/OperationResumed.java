package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A run that went on from an observed state knows when a client gives up. */
public record OperationResumed(String model, int number, EventId timeout) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("operation", Integer.toString(number));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number);
    }
}
