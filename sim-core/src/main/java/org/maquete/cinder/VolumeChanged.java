package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A volume has another name, description or flag; what is empty stays. */
public record VolumeChanged(
        String uuid, String name, String description, String bootable, String readOnly)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .text("description", description)
                .text("bootable", bootable)
                .text("readOnly", readOnly);
    }
}
