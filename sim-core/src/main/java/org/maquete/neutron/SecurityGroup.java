package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A security group.
 *
 * @param uuid the natural key
 */
public record SecurityGroup(
        int id, String uuid, String project, String name, String description, long createdNs)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("name", name)
                .text("description", description)
                .number("createdNs", createdNs);
    }
}
