package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * What MAAS does with a machine has come so far.
 *
 * @param dueNs when the step ends, 0 while nobody knows
 * @param due its end
 */
public record OperationStepReached(String hostname, OperationStep step, long dueNs, EventId due)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("step", step.name()).number("dueNs", dueNs);
    }
}
