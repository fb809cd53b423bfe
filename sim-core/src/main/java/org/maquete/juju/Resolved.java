package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju resolved}: the failed hook of a unit runs again.
 *
 * @param model the model's key, {@code controller:name}
 * @param noRetry whether the hook counts as done instead
 */
public record Resolved(String model, String unit, boolean noRetry) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).flag("noRetry", noRetry);
    }
}
