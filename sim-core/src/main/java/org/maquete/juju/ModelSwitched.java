package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * The client has another current model.
 *
 * @param model the model's key, or empty
 */
public record ModelSwitched(String controller, String model) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("model", model);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("model", model);
    }
}
