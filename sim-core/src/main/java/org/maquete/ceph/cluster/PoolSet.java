package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Sets what can be set of a pool: {@code ceph osd pool set}. */
public record PoolSet(String name, String key, String value) implements Command {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("key", key).text("value", value);
    }
}
