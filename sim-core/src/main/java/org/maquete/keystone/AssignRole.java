package org.maquete.keystone;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack role add}.
 *
 * @param user the user's id
 * @param target the id of the project or domain
 * @param role the role's id
 */
public record AssignRole(String user, String target, String role) implements Command {

    @Override
    public Ref subject() {
        return new Ref("user", user);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).text("target", target).text("role", role);
    }
}
