package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju add-model}: an empty model, which becomes the current one.
 *
 * @param controller its name
 * @param name the model's name
 * @param defaultBase {@code ubuntu@22.04}, or empty
 */
public record AddModel(String controller, String name, String defaultBase) implements Command {

    @Override
    public Ref subject() {
        return new Ref("model", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("name", name).text("defaultBase", defaultBase);
    }
}
