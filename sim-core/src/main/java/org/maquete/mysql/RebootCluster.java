package org.maquete.mysql;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code dba.rebootClusterFromCompleteOutage()} on this unit; the others that run join it. */
public record RebootCluster(String model, String unit) implements Command {

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
