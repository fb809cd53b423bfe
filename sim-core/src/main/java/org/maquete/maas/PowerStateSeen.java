package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS believes this about the power of a machine.
 *
 * @param state {@code on}, {@code off} or {@code error}
 */
public record PowerStateSeen(String hostname, String state) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("state", state);
    }
}
