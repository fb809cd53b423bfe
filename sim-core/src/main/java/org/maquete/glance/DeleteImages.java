package org.maquete.glance;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack image delete}. */
public record DeleteImages(List<String> uuids) implements Command {

    public DeleteImages {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("image", first());
    }

    private String first() {
        return uuids.isEmpty() ? "" : uuids.getFirst();
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids);
    }
}
