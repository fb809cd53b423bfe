package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** There is one type of volumes more. */
public record VolumeTypeCreated(
        String uuid, String name, String description, boolean open, List<String> properties)
        implements Fact {

    public VolumeTypeCreated {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume type", name);
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
