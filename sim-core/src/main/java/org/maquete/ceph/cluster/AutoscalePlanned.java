package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The manager will look at the pools. */
public record AutoscalePlanned(long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("cluster", "ceph");
    }

    @Override
    public void encode(Sink sink) {
        sink.number("dueNs", dueNs);
    }
}
