package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An action has ended.
 *
 * @param status completed or failed
 */
public record TaskFinished(
        String model, int number, String unit, String status, String message, List<Setting> results)
        implements Fact {

    public TaskFinished {
        results = List.copyOf(results);
    }

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("unit", unit);
        sink.text("status", status).text("message", message);
        sink.texts("results", results.stream().map(Setting::toString).toList());
    }
}
