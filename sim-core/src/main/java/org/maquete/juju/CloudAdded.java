package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The client knows a cloud. */
public record CloudAdded(String name, String type, String endpoint) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("cloud", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("type", type).text("endpoint", endpoint);
    }
}
