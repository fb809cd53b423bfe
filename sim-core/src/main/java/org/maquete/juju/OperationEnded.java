package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A client has its answer about an operation. */
public record OperationEnded(String model, int number) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("operation", Integer.toString(number));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number);
    }
}
