package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** {@code openstack volume snapshot create}. */
public record CreateSnapshot(
        String project,
        String volume,
        String name,
        String description,
        boolean force,
        List<String> properties)
        implements Command {

    public CreateSnapshot {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("snapshot", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("project", project)
                .text("volume", volume)
                .text("name", name)
                .text("description", description)
                .flag("force", force)
                .texts("properties", properties);
    }
}
