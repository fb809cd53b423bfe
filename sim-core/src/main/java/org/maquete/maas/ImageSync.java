package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A boot image that is being downloaded. */
public record ImageSync(int id, String name, long dueNs, EventId event) implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).number("dueNs", dueNs);
    }
}
