package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Places less on an OSD, in 65,536ths: {@code ceph osd reweight}. */
public record OsdReweight(int osd, int weightFixed16) implements Command {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("weightFixed16", weightFixed16);
    }
}
