package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An image has another name or visibility. */
public record ImageChanged(String uuid, String name, String visibility) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).text("visibility", visibility);
    }
}
