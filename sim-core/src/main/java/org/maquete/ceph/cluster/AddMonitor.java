package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Makes a monitor of the process {@code ceph-mon} on a host. The first founds the cluster. */
public record AddMonitor(String name, String host, String address) implements Command {

    @Override
    public Ref subject() {
        return new Ref("mon", "mon." + name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("host", host).text("address", address);
    }
}
