package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Sets an option for all daemons: {@code ceph config set global}. */
public record SetOption(String name, String value) implements Command {

    @Override
    public Ref subject() {
        return new Ref("option", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("value", value);
    }
}
