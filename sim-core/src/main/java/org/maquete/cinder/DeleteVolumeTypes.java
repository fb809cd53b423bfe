package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack volume type delete}. */
public record DeleteVolumeTypes(List<String> uuids) implements Command {

    public DeleteVolumeTypes {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("volume type", uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids);
    }
}
