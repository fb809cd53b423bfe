package org.maquete.ceph.cluster;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/** An option that differs from its default. */
public record Option(int id, String name, String value) implements Row {

    @Override
    public String key() {
        return name;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("value", value);
    }
}
