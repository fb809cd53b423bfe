package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack server lock} and {@code unlock}. */
public record LockServers(List<String> uuids, boolean locked, boolean admin) implements Command {

    public LockServers {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref("server", uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.texts("uuids", uuids).flag("locked", locked).flag("admin", admin);
    }
}
