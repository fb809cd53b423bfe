package org.maquete.ceph.cluster;

import org.maquete.ceph.osdmap.Pool;
import org.maquete.kernel.EventId;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A pool of the OSD map.
 *
 * @param pool its number, never given out again
 * @param made when it was made
 */
public record MapPool(int id, long pool, String name, PoolSettings settings, Made made)
        implements Row {

    /**
     * When it was made.
     *
     * @param activeNs when all its first groups served, 0 before
     * @param dueNs when they will, 0 after that
     */
    public record Made(long createdNs, int epoch, long activeNs, long dueNs, EventId event) {}

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.number("pool", pool).text("name", name);
        settings.encode(sink);
        sink.number("createdNs", made.createdNs)
                .number("epoch", made.epoch)
                .number("activeNs", made.activeNs)
                .number("dueNs", made.dueNs);
    }

    /** What of it decides where its objects go. */
    public Pool placed() {
        return new Pool(
                pool,
                name,
                settings.type(),
                settings.size(),
                settings.minSize(),
                settings.rule(),
                Pool.HASH_RJENKINS,
                settings.pgNum(),
                settings.pgNum(),
                true);
    }

    MapPool with(PoolSettings other) {
        return new MapPool(id, pool, name, other, made);
    }

    MapPool active(long nowNs) {
        Made done = new Made(made.createdNs, made.epoch, nowNs, 0, EventId.NONE);
        return new MapPool(id, pool, name, settings, done);
    }
}
