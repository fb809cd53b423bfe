package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A relation is to go as soon as the last unit has left it. */
public record RelationDying(String model, int number) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("relation", Integer.toString(number));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number);
    }
}
