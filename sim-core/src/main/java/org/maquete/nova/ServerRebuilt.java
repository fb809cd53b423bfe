package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A server has a fresh root disk from an image: what was on the old one is lost.
 *
 * @param why {@code rebuild}, or the host whose disks died
 */
public record ServerRebuilt(String uuid, String image, String why) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("image", image).text("why", why);
    }
}
