package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A boot image is synced. */
public record ImageImported(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("boot-image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
