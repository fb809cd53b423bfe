package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A machine that MAAS does not know has booted from its network.
 *
 * @param dueNs when MAAS will know it
 * @param due the end
 */
public record EnlistmentStarted(String machine, long dueNs, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).number("dueNs", dueNs);
    }
}
