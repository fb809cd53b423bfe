package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack role create}. */
public record CreateRole(String name) implements Command {

    @Override
    public Ref subject() {
        return new Ref("role", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name);
    }
}
