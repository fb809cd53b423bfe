package org.maquete.ceph.cluster;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A placement group that is not simply clean where the map wants it. Groups that are well have no
 * row: all about them follows from the maps.
 */
public record Pg(int id, PgCondition at) implements Row {

    @Override
    public String key() {
        return at.name();
    }

    @Override
    public void encode(Sink sink) {
        at.encode(sink);
    }
}
