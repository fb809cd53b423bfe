package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A monitor is in the monmap. */
public record MonitorAdded(String name, String host, String address) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("mon", "mon." + name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("host", host).text("address", address);
    }
}
