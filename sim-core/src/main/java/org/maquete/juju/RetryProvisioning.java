package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju retry-provisioning}.
 *
 * @param model the model's key, {@code controller:name}
 * @param machines their names; none for all that are in error
 */
public record RetryProvisioning(String model, List<String> machines) implements Command {

    public RetryProvisioning {
        machines = List.copyOf(machines);
    }

    /** One of them. */
    public RetryProvisioning(String model, String machine) {
        this(model, List.of(machine));
    }

    @Override
    public Ref subject() {
        return machines.isEmpty()
                ? new Ref("model", model)
                : new Ref("machine", machines.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).texts("machines", machines);
    }
}
