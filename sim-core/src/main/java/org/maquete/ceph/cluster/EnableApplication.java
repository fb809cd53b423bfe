package org.maquete.ceph.cluster;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Says who may use a pool: {@code ceph osd pool application enable}. */
public record EnableApplication(String name, String application) implements Command {

    @Override
    public Ref subject() {
        return new Ref("pool", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("application", application);
    }
}
