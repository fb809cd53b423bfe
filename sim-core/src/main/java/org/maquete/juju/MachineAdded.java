package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A model has one machine or container more. */
public record MachineAdded(String model, String machine, String base, String constraints)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).text("base", base);
        sink.text("constraints", constraints);
    }
}
