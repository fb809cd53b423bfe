package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-unit}.
 *
 * @param model the model's key, {@code controller:name}
 * @param units their names, at least one
 */
public record RemoveUnit(String model, List<String> units, Removal how) implements Command {

    public RemoveUnit {
        units = List.copyOf(units);
    }

    /** One of them. */
    public RemoveUnit(String model, String unit, boolean force) {
        this(model, List.of(unit), force ? Removal.FORCED : Removal.PLAIN);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", String.join(" ", units));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("units", units);
        how.encode(sink);
    }
}
