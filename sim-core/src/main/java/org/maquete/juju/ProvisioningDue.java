package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The provisioner asks for a machine again. */
record ProvisioningDue(String model, String machine, int attempt) implements Event {

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
        sink.text("model", model).text("machine", machine).number("attempt", attempt);
    }
}
