package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Puts a bucket below another: {@code ceph osd crush move}. */
public record CrushMove(String name, String parent) implements Command {

    @Override
    public Ref subject() {
        return new Ref("bucket", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("parent", parent);
    }
}
