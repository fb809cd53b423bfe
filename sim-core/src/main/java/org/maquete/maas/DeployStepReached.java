package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The installer on a machine reached a step.
 *
 * @param dueNs when the step ends, 0 when the end is not for MAAS to know
 */
public record DeployStepReached(String hostname, DeployStep step, long dueNs, EventId due)
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
