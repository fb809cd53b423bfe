package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A relation is gone. */
public record RelationRemoved(String model, int number, String provider, String requirer)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("relation", provider + " " + requirer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("provider", provider);
        sink.text("requirer", requirer);
    }
}
