package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A {@code juju wait-for} that has not ended.
 *
 * @param ticket who waits; the natural key
 * @param model the model's key
 * @param kind application, machine, unit or model
 * @param name what is waited for
 * @param timeout when the client gives up
 */
public record Wait(int id, long ticket, String model, String kind, String name, EventId timeout)
        implements Row {

    @Override
    public String key() {
        return Long.toString(ticket);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("ticket", ticket).text("model", model).text("kind", kind).text("name", name);
    }
}
