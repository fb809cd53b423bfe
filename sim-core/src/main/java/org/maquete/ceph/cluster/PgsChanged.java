package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Groups are in another condition. */
public record PgsChanged(List<PgCondition> groups) implements Fact {

    public PgsChanged {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref("pg", groups.isEmpty() ? "" : groups.getFirst().name());
    }

    @Override
    public void encode(Sink sink) {
        sink.number("count", groups.size());
        for (PgCondition group : groups) {
            group.encode(sink);
        }
    }
}
