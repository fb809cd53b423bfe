package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack volume snapshot delete}: one request after the other. */
public record DeleteSnapshots(List<String> uuids, boolean force) implements Command {

    public DeleteSnapshots {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("snapshot", uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids).flag("force", force);
    }
}
