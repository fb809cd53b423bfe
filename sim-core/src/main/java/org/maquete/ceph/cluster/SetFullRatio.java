package org.maquete.ceph.cluster;

import org.maquete.ceph.status.Fullness;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Sets from where an OSD counts as full, in thousandths: {@code ceph osd set-nearfull-ratio}. */
public record SetFullRatio(Fullness level, int permille) implements Command {

    @Override
    public Ref subject() {
        return new Ref("ratio", level.flag());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("level", level.name()).number("permille", permille);
    }
}
