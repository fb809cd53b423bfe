package org.maquete.ceph;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A disk became an OSD; the cluster takes it up from there. */
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
