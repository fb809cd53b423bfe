package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The lease of a leader that has died runs out. */
record LeaseDue(String model, String application) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
    }
}
