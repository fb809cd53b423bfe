package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code POST /allocations}: what one consumer holds of a provider belongs to another from now on.
 * So a migration keeps the source of a server while the server claims its destination.
 */
public record MoveAllocation(String consumer, String provider, String toConsumer)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("allocation", consumer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("consumer", consumer).text("provider", provider).text("toConsumer", toConsumer);
    }
}
