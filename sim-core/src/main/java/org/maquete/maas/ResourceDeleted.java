package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A thing with a name is gone. */
public record ResourceDeleted(ResourceKind kind, String name) implements Fact {

    @Override
    public Ref subject() {
        return kind.ref(name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind.name()).text("name", name);
    }
}
