package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju refresh}: the newest revision of an application's charm.
 *
 * @param model the model's key, {@code controller:name}
 * @param channel where to take it from, or empty for the channel it has
 */
public record RefreshCharm(String model, String application, String channel) implements Command {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).text("channel", channel);
    }
}
