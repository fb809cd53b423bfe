package org.maquete.cinder;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A volume has these properties. */
public record PropertiesSet(String uuid, List<String> properties) implements Fact {

    public PropertiesSet {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("volume", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).texts("properties", properties);
    }
}
