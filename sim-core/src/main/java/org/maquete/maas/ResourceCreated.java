package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is a tag, a zone, a pool or a part of the network.
 *
 * @param attributes {@code name=value}, as in the API
 */
public record ResourceCreated(ResourceKind kind, String name, List<String> attributes)
        implements Fact {

    public ResourceCreated {
        attributes = List.copyOf(attributes);
    }

    @Override
    public Ref subject() {
        return kind.ref(name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind.name()).text("name", name).texts("attributes", attributes);
    }
}
