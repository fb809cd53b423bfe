package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack aggregate set} and {@code unset}.
 *
 * @param name the new name, or empty: as it is
 * @param zone the new availability zone, or empty: as it is
 * @param metadata {@code key=value} that are set
 * @param removed keys that are taken away
 */
public record SetAggregate(
        String uuid, String name, String zone, List<String> metadata, List<String> removed)
        implements Command {

    public SetAggregate {
        metadata = List.copyOf(metadata);
        removed = List.copyOf(removed);
    }

    @Override
    public Ref subject() {
        return new Ref("aggregate", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("name", name)
                .text("zone", zone)
                .texts("metadata", metadata)
                .texts("removed", removed);
    }
}
