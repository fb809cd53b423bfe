package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The map has an OSD as up. */
public record OsdBooted(int osd, int weightFixed16) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("weightFixed16", weightFixed16);
    }
}
