package org.maquete.ceph;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Writes to a pool for which clients waited are carried out again. */
public record PoolServed(String pool) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", pool);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pool", pool);
    }
}
