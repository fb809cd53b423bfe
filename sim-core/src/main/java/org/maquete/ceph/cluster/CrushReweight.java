package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Weighs a device, in 65,536ths of a TiB: {@code ceph osd crush reweight}. */
public record CrushReweight(int osd, int weightFixed16) implements Command {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("weightFixed16", weightFixed16);
    }
}
