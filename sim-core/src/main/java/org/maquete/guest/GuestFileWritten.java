package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A file was written in a guest. */
record GuestFileWritten(GuestFile row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("guest file", row.key());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
