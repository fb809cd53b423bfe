package org.maquete.neutron;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A security group.
 *
 * @param uuid the natural key
 * @param stateful whether answers to what it lets through are let through
 */
public record SecurityGroup(
        int id,
        String uuid,
        String project,
        String name,
        String description,
        boolean stateful,
        long createdNs)
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
                .flag("stateful", stateful)
                .number("createdNs", createdNs);
    }
}
