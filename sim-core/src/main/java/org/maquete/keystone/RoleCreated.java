package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one role more. */
public record RoleCreated(String uuid, String name) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("role", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name);
    }
}
