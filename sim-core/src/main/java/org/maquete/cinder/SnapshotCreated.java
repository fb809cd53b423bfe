package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one snapshot more, not yet taken. */
public record SnapshotCreated(
        String uuid,
        String project,
        String volume,
        String name,
        String description,
        long sizeGib,
        List<String> properties)
        implements Fact {

    public SnapshotCreated {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("snapshot", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("project", project)
                .text("volume", volume)
                .text("name", name)
                .text("description", description)
                .number("sizeGib", sizeGib)
                .texts("properties", properties);
    }
}
