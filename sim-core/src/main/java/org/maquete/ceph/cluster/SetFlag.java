package org.maquete.ceph.cluster;

import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Sets or clears a flag of the map: {@code ceph osd set noout}. */
public record SetFlag(MapFlag flag, boolean set) implements Command {

    @Override
    public Ref subject() {
        return new Ref("flag", flag.word());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("flag", flag.name()).flag("set", set);
    }
}
