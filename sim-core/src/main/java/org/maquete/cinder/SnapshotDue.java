package org.maquete.cinder;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The next step of a snapshot. */
record SnapshotDue(String uuid, String status) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("snapshot", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("status", status);
    }
}
