package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Prepares an OSD on a disk and starts it: {@code ceph-volume lvm create}. It gets the lowest free
 * number, and a place below its host in the CRUSH tree.
 */
public record AddOsd(String host, String device, String deviceClass, long bytes)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("host", host);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("host", host)
                .text("device", device)
                .text("deviceClass", deviceClass)
                .number("bytes", bytes);
    }
}
