package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code PUT /allocations}: a server takes resources of a hypervisor. */
public record ClaimResources(String consumer, String provider, int vcpus, int ramMib, int diskGib)
        implements Command {

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
