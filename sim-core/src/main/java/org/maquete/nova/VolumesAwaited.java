package org.maquete.nova;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A build waits for its volumes.
 *
 * @param timeout when it has waited long enough
 */
public record VolumesAwaited(String server, EventId timeout) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
    }
}
