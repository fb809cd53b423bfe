package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The address of a device is free again. */
public record AddressReleased(String device) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("device", device);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("device", device);
    }
}
