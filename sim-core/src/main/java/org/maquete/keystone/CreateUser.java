package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack user create}.
 *
 * @param domain the domain's id
 * @param project the id of the default project, or empty
 */
public record CreateUser(
        String domain, String name, String password, String project, String description)
        implements Command {

    @Override
    public Ref subject() {
        return new Ref("user", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("domain", domain)
                .text("name", name)
                .text("password", password)
                .text("project", project)
                .text("description", description);
    }
}
