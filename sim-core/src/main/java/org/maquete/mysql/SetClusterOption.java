package org.maquete.mysql;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code cluster.setOption()}. */
public record SetClusterOption(String model, String application, String key, String value)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("key", key);
        sink.text("value", value);
    }
}
