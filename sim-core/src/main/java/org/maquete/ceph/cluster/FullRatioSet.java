package org.maquete.ceph.cluster;

import org.maquete.ceph.status.Fullness;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** From here an OSD counts as full. */
public record FullRatioSet(Fullness level, int permille) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("ratio", level.flag());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("level", level.name()).number("permille", permille);
    }
}
