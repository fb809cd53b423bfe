package org.maquete.hardware;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Breaks a part of a machine: a fault that nothing but a hardware test shows. */
public record BreakPart(String machine, Part part) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("part", part.name());
    }
}
