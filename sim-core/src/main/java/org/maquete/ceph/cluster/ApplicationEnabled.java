package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An application may use a pool. */
public record ApplicationEnabled(String name, String application) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("application", application);
    }
}
