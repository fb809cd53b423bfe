package org.maquete.nova;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A flavor has other extra specs.
 *
 * @param properties all of them, {@code key=value}, in order of the keys
 */
public record FlavorPropertiesSet(String uuid, List<String> properties) implements Fact {

    public FlavorPropertiesSet {
        properties = List.copyOf(properties);
    }

    @Override
    public Ref subject() {
        return new Ref("flavor", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).texts("properties", properties);
    }
}
