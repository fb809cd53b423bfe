package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Groups are as the map wants them, and hold all they should: or their pool is gone. */
public record PgsSettled(List<String> groups) implements Fact {

    public PgsSettled {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref("pg", groups.isEmpty() ? "" : groups.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("groups", groups);
    }
}
