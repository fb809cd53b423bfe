package org.maquete.glance;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The file is stored. */
public record ImageBecameActive(String uuid, long sizeBytes, String checksum) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("image", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).number("sizeBytes", sizeBytes).text("checksum", checksum);
    }
}
