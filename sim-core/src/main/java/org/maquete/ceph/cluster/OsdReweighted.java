package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The map places as much on an OSD: 0 is out, 65,536 is in. */
public record OsdReweighted(int osd, int weightFixed16, boolean isAuto) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("weightFixed16", weightFixed16).flag("isAuto", isAuto);
    }
}
