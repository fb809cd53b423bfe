package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Nobody tells the host of a port about it: northd or the southbound database is dead. */
public record PortStalled(String uuid, String deviceId) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("deviceId", deviceId);
    }
}
