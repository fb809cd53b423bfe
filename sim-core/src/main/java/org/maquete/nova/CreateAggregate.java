package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack aggregate create}.
 *
 * @param zone the availability zone, or empty
 * @param metadata {@code key=value}
 */
public record CreateAggregate(String name, String zone, List<String> metadata) implements Command {

    public CreateAggregate {
        metadata = List.copyOf(metadata);
    }

    @Override
    public Ref subject() {
        return new Ref("aggregate", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).text("zone", zone).texts("metadata", metadata);
    }
}
