package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Monitors look for a new quorum. */
public record ElectionCalled(int epoch, long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("cluster", "ceph");
    }

    @Override
    public void encode(Sink sink) {
        sink.number("epoch", epoch).number("dueNs", dueNs);
    }
}
