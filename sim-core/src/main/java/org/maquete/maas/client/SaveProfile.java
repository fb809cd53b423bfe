package org.maquete.maas.client;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Keeps the address and the key of a MAAS under a name. */
record SaveProfile(String name, String url, String credentials) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-profile", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("url", url).text("credentials", credentials);
    }
}
