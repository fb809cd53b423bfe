package org.maquete.juju;

import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A machine whose agent has no connection to its controller.
 *
 * @param model the model's key
 * @param machine the machine's name
 * @param restarted whether its system stopped meanwhile, so that its agents start from the
 *     beginning
 * @param returning whether the agent is on its way back
 * @param dueEvent the pending return, or the instant at which the controller misses it
 */
record Absence(
        int id,
        String model,
        String machine,
        boolean restarted,
        boolean returning,
        EventId dueEvent)
        implements Row {

    @Override
    public String key() {
        return model + " " + machine;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model)
                .text("machine", machine)
                .flag("restarted", restarted)
                .flag("returning", returning);
    }
}
