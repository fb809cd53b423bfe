package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A unit is about to leave a relation: the other side sees it no more. */
public record RelationDeparting(String model, int relation, String unit) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("relation", relation).text("unit", unit);
    }
}
