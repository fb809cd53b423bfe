package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju resolved}: the failed hooks of units run again.
 *
 * @param model the model's key, {@code controller:name}
 * @param units their names; none for all that are in error
 * @param noRetry whether the hooks count as done instead
 */
public record Resolved(String model, List<String> units, boolean noRetry) implements Command {

    public Resolved {
        units = List.copyOf(units);
    }

    /** One of them. */
    public Resolved(String model, String unit, boolean noRetry) {
        this(model, List.of(unit), noRetry);
    }

    @Override
    public Ref subject() {
        return units.isEmpty() ? new Ref("model", model) : new Ref("unit", units.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("units", units).flag("noRetry", noRetry);
    }
}
