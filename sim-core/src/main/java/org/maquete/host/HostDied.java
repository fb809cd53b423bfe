package org.maquete.host;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A host stopped running or booting; nothing of it runs any more.
 *
 * @param cause for people: {@code power lost}
 */
public record HostDied(String name, String cause) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("cause", cause);
    }
}
