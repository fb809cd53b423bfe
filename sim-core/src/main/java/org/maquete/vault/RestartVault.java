package org.maquete.vault;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Stops and starts the service, which seals it. */
public record RestartVault(String server) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", server.substring(server.indexOf(' ') + 1));
    }

    @Override
    public void encode(Sink sink) {
        sink.text("server", server);
    }
}
