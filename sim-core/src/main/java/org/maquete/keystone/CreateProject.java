package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack project create}.
 *
 * @param domain the domain's id
 */
public record CreateProject(String domain, String name, String description) implements Command {

    @Override
    public Ref subject() {
        return new Ref("project", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("domain", domain).text("name", name).text("description", description);
    }
}
