package org.maquete.nova.replay;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A request comes, and the one after it will. */
record RequestDue(int request) implements Event {

    @Override
    public Lane lane() {
        return Lane.OPERATOR;
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
