package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The leader has set the status of its application. */
public record ApplicationStatusSet(String model, String application, String current, String message)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("current", current);
        sink.text("message", message);
    }
}
