package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju integrate}: relates two endpoints.
 *
 * @param model the model's key, {@code controller:name}
 * @param first {@code application} or {@code application:endpoint}
 * @param second the other side
 */
public record Integrate(String model, String first, String second) implements Command {

    @Override
    public Ref subject() {
        return new Ref("relation", first + " " + second);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("first", first).text("second", second);
    }
}
