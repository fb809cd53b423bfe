package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-machine}.
 *
 * @param model the model's key, {@code controller:name}
 */
public record RemoveMachine(String model, String machine, boolean force) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("machine", machine).flag("force", force);
    }
}
