package org.maquete.placement;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code DELETE /allocations}: a server gives back all that it holds. */
public record FreeResources(String consumer) implements Command {

    @Override
    public Ref subject() {
        return new Ref("allocation", consumer);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("consumer", consumer);
    }
}
