package org.maquete.ceph;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Writes of clients to this pool wait. */
public record PoolAwaited(String pool) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", pool);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pool", pool);
    }
}
