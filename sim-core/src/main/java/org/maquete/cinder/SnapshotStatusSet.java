package org.maquete.cinder;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A snapshot is in another state. */
public record SnapshotStatusSet(String uuid, String status) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("snapshot", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("status", status);
    }
}
