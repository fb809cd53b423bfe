package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code PUT /allocations} without one provider: a consumer gives back what it holds of it. */
public record FreeAllocation(String consumer, String provider) implements Command {

    @Override
    public Ref subject() {
        return new Ref("allocation", consumer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("consumer", consumer).text("provider", provider);
    }
}
