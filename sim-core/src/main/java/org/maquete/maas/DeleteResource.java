package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Takes away a thing with a name; what is not there is no error. */
public record DeleteResource(ResourceKind kind, String name) implements Command {

    @Override
    public Ref subject() {
        return kind.ref(name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind.name()).text("name", name);
    }
}
