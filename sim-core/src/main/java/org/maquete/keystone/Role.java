package org.maquete.keystone;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A role.
 *
 * @param uuid the natural key
 */
public record Role(int id, String uuid, String name) implements Row {

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).text("name", name);
    }
}
