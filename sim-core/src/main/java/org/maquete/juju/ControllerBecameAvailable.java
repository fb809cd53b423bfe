package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The bootstrap is over, the controller answers. */
public record ControllerBecameAvailable(String controller) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("controller", controller);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller);
    }
}
