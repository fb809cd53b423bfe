package org.maquete.nova;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** nova-compute has waited long enough for the volumes of a build. */
record VolumeTimeoutDue(String server, String host, int attempt) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server).text("host", host).number("attempt", attempt);
    }
}
