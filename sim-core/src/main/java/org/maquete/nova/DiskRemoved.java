package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server has a disk no more. */
public record DiskRemoved(String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("disk", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid);
    }
}
