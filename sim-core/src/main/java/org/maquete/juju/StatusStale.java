package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The payload of a unit changed in a way that the unit's next update-status hook will report.
 *
 * @param model the model's key, {@code controller:name}
 */
public record StatusStale(String model, String unit) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit);
    }
}
