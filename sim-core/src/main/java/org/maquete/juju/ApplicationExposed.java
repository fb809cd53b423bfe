package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Whether an application is exposed has changed. */
public record ApplicationExposed(String model, String application, boolean exposed)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).flag("exposed", exposed);
    }
}
