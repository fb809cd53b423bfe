package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code juju reload-spaces}: the model asks MAAS for its spaces and subnets anew. */
public record ReloadSpaces(String model) implements Command {

    @Override
    public Ref subject() {
        return new Ref("model", model);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
    }
}
