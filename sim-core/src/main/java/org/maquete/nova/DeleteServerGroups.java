package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack server group delete}; what the client has not found stands as it was typed. */
public record DeleteServerGroups(List<String> uuids) implements Command {

    public DeleteServerGroups {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("server group", String.join(" ", uuids));
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids);
    }
}
