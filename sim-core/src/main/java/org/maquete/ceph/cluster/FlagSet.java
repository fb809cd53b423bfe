package org.maquete.ceph.cluster;

import org.maquete.ceph.status.MapFlag;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A flag of the map is set or cleared. */
public record FlagSet(MapFlag flag, boolean set) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("flag", flag.word());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("flag", flag.name()).flag("set", set);
    }
}
