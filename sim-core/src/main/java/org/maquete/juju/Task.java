package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * An action that a unit is to run.
 *
 * @param model the model's key
 * @param number the task's id; the natural key is {@code model number}
 * @param unit the unit's name
 * @param parameters as typed, in order
 * @param status pending, running, completed or failed
 * @param message why it failed, or empty
 * @param results in order of name
 * @param due the end of the action while it runs
 */
public record Task(
        int id,
        String model,
        int number,
        String unit,
        String action,
        List<Setting> parameters,
        String status,
        String message,
        List<Setting> results,
        EventId due)
        implements Row {

    public Task {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    @Override
    public String key() {
        return model + " " + number;
    }

    /** Whether it has ended, one way or the other. */
    public boolean hasEnded() {
        return status.equals("completed") || status.equals("failed");
    }

    Task withStatus(String status, String message, List<Setting> results, EventId due) {
        return new Task(id, model, number, unit, action, parameters, status, message, results, due);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).number("number", number).text("unit", unit);
        sink.text("action", action);
        sink.texts("parameters", parameters.stream().map(Setting::toString).toList());
        sink.text("status", status).text("message", message);
        sink.texts("results", results.stream().map(Setting::toString).toList());
    }
}
