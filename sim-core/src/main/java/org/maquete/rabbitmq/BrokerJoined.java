package org.maquete.rabbitmq;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A node belongs to the cluster. */
public record BrokerJoined(String model, String unit, String application, String node)
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
        sink.text("node", node);
    }
}
