package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A domain: a name space of users and projects.
 *
 * @param uuid the natural key
 */
public record Domain(int id, String uuid, String name, String description) implements Row {

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name).text("description", description);
    }
}
