package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A device has an address. */
public record AddressAssigned(String device, String address) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("device", device);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("device", device).text("address", address);
    }
}
