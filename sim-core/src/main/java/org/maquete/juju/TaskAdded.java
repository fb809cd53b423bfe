package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A unit is to run an action. */
public record TaskAdded(
        String model, int number, String unit, String action, List<Setting> parameters)
        implements Fact {

    public TaskAdded {
        parameters = List.copyOf(parameters);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("unit", unit);
        sink.text("action", action);
        sink.texts("parameters", parameters.stream().map(Setting::toString).toList());
    }
}
