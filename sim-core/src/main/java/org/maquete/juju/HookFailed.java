package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A hook exited with an error: nothing that it did is kept.
 *
 * @param message what status shows
 * @param retry when the agent tries again
 */
public record HookFailed(String model, String unit, Hook hook, String message, EventId retry)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).text("hook", hook.toString());
        sink.text("message", message);
    }
}
