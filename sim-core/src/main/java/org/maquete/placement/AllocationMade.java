package org.maquete.placement;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server holds resources of a hypervisor. */
public record AllocationMade(String consumer, String provider, int vcpus, int ramMib, int diskGib)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("allocation", consumer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("consumer", consumer)
                .text("provider", provider)
                .number("vcpus", vcpus)
                .number("ramMib", ramMib)
                .number("diskGib", diskGib);
    }
}
