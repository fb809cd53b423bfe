package org.maquete.ceph.cluster;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The monitors have found out who is left. */
record ElectionDue(int epoch) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("cluster", "ceph");
    }

    @Override
    public void encode(Sink sink) {
        sink.number("epoch", epoch);
    }
}
