package org.maquete.juju;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code juju remove-application}.
 *
 * @param model the model's key, {@code controller:name}
 */
public record RemoveApplication(String model, String application, boolean force)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model).text("application", application).flag("force", force);
    }
}
