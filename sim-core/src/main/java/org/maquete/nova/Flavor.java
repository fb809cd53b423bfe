package org.maquete.nova;

import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A size of servers.
 *
 * @param uuid the natural key: the flavor's id
 * @param shared whether every project may use it
 */
public record Flavor(
        int id,
        String uuid,
        String name,
        int ramMib,
        int diskGib,
        int ephemeralGib,
        int swapMib,
        int vcpus,
        boolean shared)
        implements Row {

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .number("ramMib", ramMib)
                .number("diskGib", diskGib)
                .number("ephemeralGib", ephemeralGib)
                .number("swapMib", swapMib)
                .number("vcpus", vcpus)
                .flag("shared", shared);
    }
}
