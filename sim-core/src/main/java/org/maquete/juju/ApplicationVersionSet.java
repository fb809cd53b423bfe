package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A unit has told the version of its workload. */
public record ApplicationVersionSet(String model, String application, String version)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("version", version);
    }
}
