package org.maquete.ceph.cluster;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A monitor of the monmap.
 *
 * @param name with charms the name of its host
 * @param host where its process runs
 * @param inQuorum whether the last election had it
 */
public record Monitor(int id, String name, String host, String address, boolean inQuorum)
        implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("host", host)
                .text("address", address)
                .flag("inQuorum", inQuorum);
    }

    Monitor in(boolean quorum) {
        return new Monitor(id, name, host, address, quorum);
    }
}
