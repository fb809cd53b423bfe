package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The disks of a machine will be divided so. */
public record StorageLayoutSet(String hostname, String layout) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("layout", layout);
    }
}
