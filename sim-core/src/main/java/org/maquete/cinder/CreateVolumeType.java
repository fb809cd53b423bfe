package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * {@code openstack volume type create}.
 *
 * @param open whether all projects may use it
 */
public record CreateVolumeType(
        String name, String description, boolean open, List<String> properties) implements Command {

    public CreateVolumeType {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume type", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name)
                .text("description", description)
                .flag("open", open)
                .texts("properties", properties);
    }
}
