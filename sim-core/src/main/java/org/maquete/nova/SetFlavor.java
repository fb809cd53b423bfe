package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack flavor set} and {@code unset}.
 *
 * @param properties extra specs that are set, {@code key=value}
 * @param removed extra specs that are taken away, or {@code *}: all
 */
public record SetFlavor(String uuid, List<String> properties, List<String> removed)
        implements Command {

    public SetFlavor {
        properties = List.copyOf(properties);
        removed = List.copyOf(removed);
    }

    @Override
    public Ref subject() {
        return new Ref("flavor", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).texts("properties", properties).texts("removed", removed);
    }
}
