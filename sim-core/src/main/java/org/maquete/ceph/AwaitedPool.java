package org.maquete.ceph;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A pool that does not carry out writes while clients wait for it.
 *
 * @param pool the natural key
 */
record AwaitedPool(int id, String pool) implements Row {

    @Override
    public String key() {
        return pool;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pool", pool);
    }
}
