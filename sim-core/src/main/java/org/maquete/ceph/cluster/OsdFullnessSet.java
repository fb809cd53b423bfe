package org.maquete.ceph.cluster;

import org.maquete.ceph.status.Fullness;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The map says how full an OSD is. */
public record OsdFullnessSet(int osd, Fullness fullness) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).text("fullness", fullness.name());
    }
}
