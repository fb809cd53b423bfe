package org.maquete.juju;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-space}.
 *
 * @param model the model's key
 * @param subnets the CIDRs of the subnets that move into it
 */
public record AddSpace(String model, String name, List<String> subnets) implements Command {

    public AddSpace {
        subnets = List.copyOf(subnets);
    }

    @Override
    public Ref subject() {
        return new Ref("space", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("name", name).texts("subnets", subnets);
    }
}
