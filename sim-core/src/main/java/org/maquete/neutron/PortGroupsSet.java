package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A port has other security groups. */
public record PortGroupsSet(String uuid, List<String> groups) implements Fact {

    public PortGroupsSet {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid).texts("groups", groups);
    }
}
