package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A hook that failed and has not passed since.
 *
 * @param model the model's key
 * @param unit the unit's name; the natural key is {@code model unit} with a blank
 * @param tries how often it has failed
 * @param stopped whether the unit waits for the retry or for an operator; false while it tries
 * @param retry when the agent tries again, or {@link EventId#NONE}
 * @param before the workload status that the failure covers
 */
public record HookError(
        int id,
        String model,
        String unit,
        int tries,
        boolean stopped,
        EventId retry,
        StatusInfo before)
        implements Row {

    @Override
    public String key() {
        return model + " " + unit;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("unit", unit).number("tries", tries);
        sink.flag("stopped", stopped);
        before.encode("before", sink);
    }
}
