package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A client waits no longer. */
public record WaitEnded(long ticket, String kind, String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(kind, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("kind", kind).text("name", name);
    }
}
