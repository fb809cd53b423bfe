package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * An image may be downloaded, or not any more.
 *
 * @param active whether it may
 */
public record ImageActivated(String uuid, boolean active) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).flag("active", active);
    }
}
