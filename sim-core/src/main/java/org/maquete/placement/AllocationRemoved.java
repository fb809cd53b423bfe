package org.maquete.placement;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server holds nothing of a hypervisor any more. */
public record AllocationRemoved(String consumer, String provider) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("allocation", consumer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("consumer", consumer).text("provider", provider);
    }
}
