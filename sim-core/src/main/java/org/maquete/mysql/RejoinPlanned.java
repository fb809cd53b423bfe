package org.maquete.mysql;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The server of a member runs and asks the group to let it in.
 *
 * @param dueNs when it is answered
 * @param event that answers it
 */
public record RejoinPlanned(String model, String unit, long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.number("dueNs", dueNs);
    }
}
