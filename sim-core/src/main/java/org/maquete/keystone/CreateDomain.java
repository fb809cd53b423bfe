package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack domain create}. */
public record CreateDomain(String name, String description) implements Command {

    @Override
    public Ref subject() {
        return new Ref("domain", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("description", description);
    }
}
