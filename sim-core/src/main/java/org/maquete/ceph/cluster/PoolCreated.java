package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A pool exists; its groups are being made. */
public record PoolCreated(
        long pool, String name, PoolSettings settings, long activeDueNs, EventId event)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("pool", pool).text("name", name);
        settings.encode(sink);
        sink.number("activeDueNs", activeDueNs);
    }
}
