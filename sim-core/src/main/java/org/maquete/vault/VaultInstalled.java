package org.maquete.vault;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The service of a unit listens, uninitialised. */
public record VaultInstalled(String model, String unit, String storage, String version)
        implements Fact {

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
