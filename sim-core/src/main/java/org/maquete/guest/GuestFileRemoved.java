package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A file of a guest is no more. */
record GuestFileRemoved(String key) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("guest file", key);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("key", key);
    }
}
