package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The controller that is being made is ready. */
record BootstrapDue(String controller) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("controller", controller);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller);
    }
}
