package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The agent tries a failed hook again; it never stops trying. */
record HookRetryDue(String model, String unit) implements Event {

    @Override
    public Lane lane() {
        return Lane.TIMER;
    }

    @Override
    public Ref target() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit);
    }
}
