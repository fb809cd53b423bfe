package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/** A machine that MAAS does not know yet and that runs its ephemeral system. */
public record Enlistment(int id, String machine, long dueNs, EventId event) implements Row {

    @Override
    public String key() {
        return machine;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).number("dueNs", dueNs);
    }
}
