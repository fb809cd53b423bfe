package org.maquete.ceph;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An OSD joined the map, up and in. */
public record OsdCreated(int osd, String host, String device) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).text("host", host).text("device", device);
    }
}
