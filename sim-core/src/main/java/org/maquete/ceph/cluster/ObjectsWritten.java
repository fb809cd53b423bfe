package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Ints;
import org.maquete.world.Sink;

/** A client wrote objects: numbers of groups, each with the count of its objects. */
public record ObjectsWritten(String name, String prefix, int count, long bytes, Ints groups)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("prefix", prefix)
                .number("count", count)
                .number("bytes", bytes)
                .ints("groups", groups);
    }
}
