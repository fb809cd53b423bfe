package org.maquete.nova;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** nova-compute has waited long enough for a port of a server to become active. */
record PluggingTimeoutDue(String uuid, String host) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host);
    }
}
