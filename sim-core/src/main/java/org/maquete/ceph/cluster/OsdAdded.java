package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An OSD exists; it has never been up. */
public record OsdAdded(
        int osd, String host, String device, String deviceClass, long bytes, String uuid)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd)
                .text("host", host)
                .text("device", device)
                .text("deviceClass", deviceClass)
                .number("bytes", bytes)
                .text("uuid", uuid);
    }
}
