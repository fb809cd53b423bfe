package org.maquete.ceph.cluster;

import org.maquete.kernel.Event;
import org.maquete.kernel.Lane;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A group has copied what it lacked. */
record RecoveryDue(long pool, int seed, int epoch) implements Event {

    @Override
    public Lane lane() {
        return Lane.WORK;
    }

    @Override
    public Ref target() {
        return new Ref("pg", pool + "." + Integer.toHexString(seed));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("pool", pool).number("seed", seed).number("epoch", epoch);
    }
}
