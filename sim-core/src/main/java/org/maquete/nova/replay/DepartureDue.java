package org.maquete.nova.replay;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server is deleted. */
record DepartureDue(int request) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("server", Integer.toString(request));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("request", request);
    }
}
