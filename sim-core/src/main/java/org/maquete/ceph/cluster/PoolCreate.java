package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Makes a pool: {@code ceph osd pool create}.
 *
 * @param pgNum 0 for the default
 * @param pgNumMin 0 for none
 * @param code {@link PoolSettings.Erasure#NONE} for copies
 * @param size copies; 0 for the default, and of no account with an erasure code
 */
public record PoolCreate(String name, int pgNum, int pgNumMin, PoolSettings.Erasure code, int size)
        implements Command {

    /** A pool of copies with defaults. */
    public PoolCreate(String name, int pgNum, int pgNumMin) {
        this(name, pgNum, pgNumMin, PoolSettings.Erasure.NONE, 0);
    }

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .number("pgNum", pgNum)
                .number("pgNumMin", pgNumMin)
                .text("profile", code.profile())
                .number("dataShards", code.dataShards())
                .number("codingShards", code.codingShards())
                .number("size", size);
    }
}
