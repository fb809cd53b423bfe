package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A majority of the group sees each other again, and writes go on where they stopped. */
public record ClusterResumed(String model, String application) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
    }
}
