package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-unit}.
 *
 * @param model the model's key, {@code controller:name}
 */
public record RemoveUnit(String model, String unit, boolean force) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).flag("force", force);
    }
}
