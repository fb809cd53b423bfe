package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one host aggregate more, without hosts. */
public record AggregateCreated(String uuid, String name, List<String> metadata) implements Fact {

    public AggregateCreated {
        metadata = List.copyOf(metadata);
    }

    @Override
    public Ref subject() {
        return new Ref("aggregate", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).texts("metadata", metadata);
    }
}
