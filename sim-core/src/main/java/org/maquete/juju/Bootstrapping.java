package org.maquete.juju;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A {@code juju bootstrap} that has not ended.
 *
 * @param controller the controller's name; the natural key
 * @param ticket who waits
 */
public record Bootstrapping(int id, String controller, long ticket) implements Row {

    @Override
    public String key() {
        return controller;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).number("ticket", ticket);
    }
}
