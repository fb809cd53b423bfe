package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is a host aggregate less. */
public record AggregateDeleted(String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("aggregate", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
    }
}
