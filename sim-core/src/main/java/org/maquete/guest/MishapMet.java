package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Something went wrong in a guest. */
record MishapMet(Mishap row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("mishap", row.cause());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
