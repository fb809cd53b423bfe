package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A role that a user has in a project, or in a domain.
 *
 * @param user the user's id
 * @param target the id of the project or domain
 * @param role the role's id
 */
public record Assignment(int id, String user, String target, String role) implements Row {

    @Override
    public String key() {
        return user + " " + target + " " + role;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("user", user).text("target", target).text("role", role);
    }
}
