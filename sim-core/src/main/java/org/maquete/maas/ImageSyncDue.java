package org.maquete.maas;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A boot image has arrived. */
public record ImageSyncDue(String name) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("boot-image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
