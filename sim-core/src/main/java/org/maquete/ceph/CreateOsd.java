package org.maquete.ceph;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Takes a pristine disk and starts an OSD on it, as {@code ceph-volume lvm create} does. */
public record CreateOsd(String host, String device) implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host).text("device", device);
    }
}
