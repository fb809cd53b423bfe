package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A client waits for something ({@code juju wait-for}).
 *
 * @param ticket who waits
 * @param timeout when the client gives up
 */
public record WaitStarted(long ticket, String model, String kind, String name, EventId timeout)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref(kind, name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("model", model).text("kind", kind);
        sink.text("name", name);
    }
}
