package org.maquete.rabbitmq;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The cable of a node's machine is out: the others wait for a sign of life.
 *
 * @param dueNs when they give up
 * @param event that lets them
 */
public record LinkLost(String model, String unit, long dueNs, EventId event) implements Fact {

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
