package org.maquete.hardware;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A part of a machine works again. */
public record PartMended(String machine, Part part) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("part", part.name());
    }
}
