package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A flavor is no more. */
public record FlavorDeleted(String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("flavor", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
    }
}
