package org.maquete.nova;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The time in which a deleted server could be restored is over. */
record ReclaimDue(String uuid, int serial) implements Event {

    @Override
    public Lane lane() {
        return Lane.TIMER;
    }

    @Override
    public Ref target() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).number("serial", serial);
    }
}
