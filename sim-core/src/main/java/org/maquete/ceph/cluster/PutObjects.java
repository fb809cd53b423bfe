package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A client writes so many objects, {@code prefix.0} and so on, of equal length. */
public record PutObjects(String name, String prefix, int count, long bytes) implements Command {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("prefix", prefix)
                .number("count", count)
                .number("bytes", bytes);
    }
}
