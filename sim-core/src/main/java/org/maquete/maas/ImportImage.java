package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Syncs a boot image: {@code ubuntu/jammy/amd64}. */
public record ImportImage(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("boot-image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
