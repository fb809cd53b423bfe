package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The status of a machine agent has changed.
 *
 * @param current pending, started, down, stopped
 */
public record MachineAgentChanged(String model, String machine, String current, String message)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).text("current", current);
        sink.text("message", message);
    }
}
