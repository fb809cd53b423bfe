package org.maquete.nova;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The next step of a disk. */
record DiskDue(String uuid, String state) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("disk", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("state", state);
    }
}
