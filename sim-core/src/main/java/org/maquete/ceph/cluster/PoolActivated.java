package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** All groups of a pool are made. */
public record PoolActivated(long pool, String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("pool", pool).text("name", name);
    }
}
