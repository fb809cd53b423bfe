package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one domain more. */
public record DomainCreated(String uuid, String name, String description) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("domain", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).text("description", description);
    }
}
