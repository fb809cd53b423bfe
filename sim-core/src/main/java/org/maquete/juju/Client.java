package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * What the operator's juju client remembers: one row, key {@code client}.
 *
 * @param controller the current controller's name, or empty
 * @param model the current model's key, or empty
 */
public record Client(int id, String controller, String model) implements Row {

    @Override
    public String key() {
        return "client";
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("model", model);
    }
}
