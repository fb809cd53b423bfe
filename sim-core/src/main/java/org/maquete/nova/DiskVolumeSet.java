package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The volume of a disk is known. */
public record DiskVolumeSet(String uuid, String volume) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume", volume);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("volume", volume);
    }
}
