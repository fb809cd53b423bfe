package org.maquete.maas.client;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The client has forgotten a profile. */
record ProfileRemoved(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-profile", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
