package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * There is one project more.
 *
 * @param domain the domain's id
 */
public record ProjectCreated(String uuid, String domain, String name, String description)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("project", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("domain", domain)
                .text("name", name)
                .text("description", description);
    }
}
