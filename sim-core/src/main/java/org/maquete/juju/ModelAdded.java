package org.maquete.juju;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A controller has one model more. */
public record ModelAdded(String controller, String name, String uuid, String defaultBase)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("model", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("controller", controller).text("name", name).text("uuid", uuid);
        sink.text("defaultBase", defaultBase);
    }
}
