package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack server delete}. */
public record DeleteServers(List<String> uuids) implements Command {

    public DeleteServers {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("server", first());
    }

    private String first() {
        return uuids.isEmpty() ? "" : uuids.getFirst();
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids);
    }
}
