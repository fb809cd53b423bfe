package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The instance of a unit belongs to the cluster. */
public record MemberAdded(String model, String unit, String application, String address)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("unit", unit);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("unit", unit);
        sink.text("application", application);
        sink.text("address", address);
    }
}
