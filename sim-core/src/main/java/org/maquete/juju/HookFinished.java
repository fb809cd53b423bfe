package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A hook has ended and Juju has committed what it did. */
public record HookFinished(String model, String unit, Hook hook) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("hook", hook.toString());
    }
}
