package org.maquete.ceph.cluster;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** These monitors are the quorum; none when there is no majority. */
public record QuorumFormed(int epoch, List<String> names) implements Fact {

    public QuorumFormed {
        names = List.copyOf(names);
    }

    @Override
    public Ref subject() {
        return new Ref("cluster", "ceph");
    }

    @Override
    public void encode(Sink sink) {
        sink.number("epoch", epoch).texts("names", names);
    }
}
