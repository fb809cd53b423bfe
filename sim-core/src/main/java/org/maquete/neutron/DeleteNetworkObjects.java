package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Takes networks, subnets, routers, ports, floating addresses, groups or rules away.
 *
 * @param kind as in a {@link Ref}: {@code network}, {@code floating_ip} ...
 */
public record DeleteNetworkObjects(String kind, List<String> uuids) implements Command {

    public DeleteNetworkObjects {
        uuids = List.copyOf(uuids);
    }

    @Override
    public Ref subject() {
        return new Ref(kind, uuids.isEmpty() ? "" : uuids.getFirst());
    }

    @Override
    public void encode(Sink sink) {
        sink.text("kind", kind).texts("uuids", uuids);
    }
}
