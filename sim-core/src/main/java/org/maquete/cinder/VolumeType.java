package org.maquete.cinder;

import java.util.List;
import org.maquete.world.Row;
import org.maquete.world.Sink;

/**
 * A type of volumes.
 *
 * @param uuid the natural key
 * @param open whether all projects may use it
 * @param properties {@code key=value}
 */
public record VolumeType(
        int id, String uuid, String name, String description, boolean open, List<String> properties)
        implements Row {

    public VolumeType {
        properties = List.copyOf(properties);
    }

    @Override
    public String key() {
        return uuid;
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .text("description", description)
                .flag("open", open)
                .texts("properties", properties);
    }
}
