package org.maquete.maas.client;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The client knows a MAAS by this name. */
record ProfileSaved(String name, String url, String credentials) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-profile", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("url", url).text("credentials", credentials);
    }
}
