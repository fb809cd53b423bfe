package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Takes a monitor out of the monmap: {@code ceph mon remove}. */
public record RemoveMonitor(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("mon", "mon." + name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
