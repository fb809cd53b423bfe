package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A {@code juju run} gives up. It is the person who waits. */
record OperationTimeoutDue(String model, int number) implements Event {

    @Override
    public Lane lane() {
        return Lane.OPERATOR;
    }

    @Override
    public Ref target() {
        return new Ref("operation", Integer.toString(number));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number);
    }
}
