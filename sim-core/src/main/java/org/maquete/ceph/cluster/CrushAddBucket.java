package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Makes an empty bucket: {@code ceph osd crush add-bucket}. */
public record CrushAddBucket(String name, String type) implements Command {

    @Override
    public Ref subject() {
        return new Ref("bucket", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("type", type);
    }
}
