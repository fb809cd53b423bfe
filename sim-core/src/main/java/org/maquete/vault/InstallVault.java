package org.maquete.vault;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Starts the service of a unit, uninitialised, with storage {@code raft} or {@code mysql}. */
public record InstallVault(String model, String unit, String storage, String version)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.text("storage", storage);
        sink.text("version", version);
    }
}
