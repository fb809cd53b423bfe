package org.maquete.mysql;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A member is silent: the others wait for it until they expel it.
 *
 * @param transactions how many it has executed
 * @param dueNs when it is expelled
 * @param event that expels it
 */
public record MemberSuspected(
        String model, String unit, long transactions, long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.number("transactions", transactions);
        sink.number("dueNs", dueNs);
    }
}
