package org.maquete.lxd;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The creation of a container reached a step. */
public record CreationStepReached(String name, CreationStep step, long dueNs, EventId due)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("container", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("step", step.name()).number("dueNs", dueNs);
    }
}
