package org.maquete.placement;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What a consumer holds of a resource provider.
 *
 * @param consumer the server
 * @param provider the name of the hypervisor
 */
public record Allocation(
        int id, String consumer, String provider, int vcpus, int ramMib, int diskGib)
        implements Row {

    @Override
    public String key() {
        return consumer + " " + provider;
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
