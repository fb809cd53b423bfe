package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The agents of a machine come up after a boot. */
record AgentReturnDue(String model, String machine) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine);
    }
}
