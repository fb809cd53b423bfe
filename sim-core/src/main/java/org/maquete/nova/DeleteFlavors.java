package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack flavor delete}. */
public record DeleteFlavors(List<String> uuids) implements Command {

    public DeleteFlavors {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("flavor", first());
    }

    private String first() {
        return uuids.isEmpty() ? "" : uuids.getFirst();
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids);
    }
}
