package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Takes the address of a device back; nothing when it has none. */
public record ReleaseAddress(String device) implements Command {

    @Override
    public Ref subject() {
        return new Ref("device", device);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("device", device);
    }
}
