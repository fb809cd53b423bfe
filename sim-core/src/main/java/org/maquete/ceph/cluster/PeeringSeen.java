package org.maquete.ceph.cluster;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The manager has heard that groups of an interval do not serve. */
record PeeringSeen(int epoch, boolean isSilent) implements Event {

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
        sink.number("epoch", epoch).flag("isSilent", isSilent);
    }
}
