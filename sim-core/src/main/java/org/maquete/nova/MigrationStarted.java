package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A server is to go to another host.
 *
 * @param type {@code resize}, {@code migration}, {@code live-migration}, {@code evacuation}
 */
public record MigrationStarted(
        String uuid,
        String server,
        String type,
        String source,
        String dest,
        String oldFlavor,
        String newFlavor,
        String status)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", server);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("server", server)
                .text("type", type)
                .text("source", source)
                .text("dest", dest)
                .text("oldFlavor", oldFlavor)
                .text("newFlavor", newFlavor)
                .text("status", status);
    }
}
