package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is one user more.
 *
 * @param domain the domain's id
 * @param project the id of the default project, or empty
 */
public record UserCreated(
        String uuid,
        String domain,
        String name,
        String password,
        String project,
        String description)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("user", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("domain", domain)
                .text("name", name)
                .text("password", password)
                .text("project", project)
                .text("description", description);
    }
}
