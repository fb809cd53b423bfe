package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An option of the cluster has this value. */
public record ClusterOptionSet(String model, String application, String key, String value)
        implements Fact {

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
