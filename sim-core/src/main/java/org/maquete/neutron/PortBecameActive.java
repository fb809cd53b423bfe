package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The host of a port has plugged it in. */
public record PortBecameActive(String uuid, String deviceId) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("deviceId", deviceId);
    }
}
