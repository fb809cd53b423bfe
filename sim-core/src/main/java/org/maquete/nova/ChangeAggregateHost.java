package org.maquete.nova;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack aggregate add host} and {@code remove host}. */
public record ChangeAggregateHost(String uuid, String host, boolean adds) implements Command {

    @Override
    public Ref subject() {
        return new Ref("aggregate", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("host", host).flag("adds", adds);
    }
}
