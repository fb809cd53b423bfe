package org.maquete.neutron;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Gives a port other security groups. */
public record SetPortGroups(String port, List<String> groups) implements Command {

    public SetPortGroups {
        groups = List.copyOf(groups);
    }

    @Override
    public Ref subject() {
        return new Ref(Kinds.PORT, port);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("port", port).texts("groups", groups);
    }
}
