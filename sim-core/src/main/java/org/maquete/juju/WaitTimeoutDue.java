package org.maquete.juju;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A {@code juju wait-for} gives up. It is the person who waits. */
record WaitTimeoutDue(long ticket, String kind, String name) implements Event {

    @Override
    public Lane lane() {
        return Lane.OPERATOR;
    }

    @Override
    public Ref target() {
        return new Ref(kind, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("kind", kind).text("name", name);
    }
}
