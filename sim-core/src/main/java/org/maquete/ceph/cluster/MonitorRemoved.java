package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A monitor is not in the monmap any more. */
public record MonitorRemoved(String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("mon", "mon." + name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
