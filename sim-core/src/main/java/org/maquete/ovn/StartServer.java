package org.maquete.ovn;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Starts the databases and northd of a unit. */
public record StartServer(String model, String unit) implements Command {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
    }
}
