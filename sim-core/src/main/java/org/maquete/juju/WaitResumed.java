package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A run that went on from an observed state knows when a client gives up. */
public record WaitResumed(long ticket, EventId timeout) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("wait", Long.toString(ticket));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket);
    }
}
