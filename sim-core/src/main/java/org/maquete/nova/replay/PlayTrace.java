package org.maquete.nova.replay;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Lets the requests of the trace come, from the first. */
public record PlayTrace() implements Command {

    @Override
    public Ref subject() {
        return Ref.NONE;
    }

    @Override
    public void encode(Sink sink) {
        // It has no components.
    }
}
