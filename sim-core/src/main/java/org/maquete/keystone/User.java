package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A user.
 *
 * @param uuid the natural key
 * @param domain the domain's id
 * @param project the id of the default project, or empty
 */
public record User(
        int id,
        String uuid,
        String domain,
        String name,
        String password,
        String project,
        String description)
        implements Row {

    @Override
    public String key() {
        return uuid;
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
