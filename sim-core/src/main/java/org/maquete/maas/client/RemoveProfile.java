package org.maquete.maas.client;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Forgets a profile; nothing when there is none. */
record RemoveProfile(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-profile", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
