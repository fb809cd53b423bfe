package org.maquete.neutron;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A network, subnet, router, port, floating address, group or rule is no more. */
public record NetworkObjectDeleted(String kind, String uuid) implements Fact {

    @Override
    public Ref subject() {
        return new Ref(kind, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind).text("uuid", uuid);
    }
}
