package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A port is bound to another host, or to none. */
public record PortBound(String uuid, String host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host);
    }
}
