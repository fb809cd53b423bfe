package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju expose}: the application may be reached from outside. A note on MAAS.
 *
 * @param model the model's key, {@code controller:name}
 */
public record Expose(String model, String application) implements Command {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application);
    }
}
