package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A unit holds the lock of its machine and runs a hook.
 *
 * @param due the end of the hook
 */
public record HookStarted(String model, String unit, Hook hook, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("hook", hook.toString());
    }
}
