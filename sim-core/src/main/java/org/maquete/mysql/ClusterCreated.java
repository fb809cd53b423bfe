package org.maquete.mysql;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is a cluster; it takes writes. */
public record ClusterCreated(String model, String application, String name, int expelSeconds)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("application", application);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("model", model);
        sink.text("application", application);
        sink.text("name", name);
        sink.number("expelSeconds", expelSeconds);
    }
}
