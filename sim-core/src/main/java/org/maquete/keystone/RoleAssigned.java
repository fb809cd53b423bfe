package org.maquete.keystone;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A user has a role. */
public record RoleAssigned(String user, String target, String role) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("user", user);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).text("target", target).text("role", role);
    }
}
