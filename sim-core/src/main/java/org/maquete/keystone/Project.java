package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A project: the owner of everything that a tenant makes.
 *
 * @param uuid the natural key
 * @param domain the domain's id
 */
public record Project(int id, String uuid, String domain, String name, String description)
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
                .text("description", description);
    }
}
