package org.maquete.neutron.ovn;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A phase of a chassis' silence ends. */
record SilenceDue(String chassis) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("chassis", chassis);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("chassis", chassis);
    }
}
