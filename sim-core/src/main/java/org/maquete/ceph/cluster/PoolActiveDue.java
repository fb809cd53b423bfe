package org.maquete.ceph.cluster;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** All groups of a pool are made. */
record PoolActiveDue(long pool, String name) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("pool", pool).text("name", name);
    }
}
