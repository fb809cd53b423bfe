package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-machine}.
 *
 * @param model the model's key, {@code controller:name}
 * @param machines their names, at least one
 */
public record RemoveMachine(String model, List<String> machines, Removal how) implements Command {

    public RemoveMachine {
        machines = List.copyOf(machines);
    }

    /** One of them. */
    public RemoveMachine(String model, String machine, boolean force) {
        this(model, List.of(machine), force ? Removal.FORCED : Removal.PLAIN);
    }

    @Override
    public Ref subject() {
        return new Ref("machine", String.join(" ", machines));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("machines", machines);
        how.encode(sink);
    }
}
