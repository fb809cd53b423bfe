package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS knows something else of a machine.
 *
 * @param changes {@code name=value}, as in the API
 */
public record MachineUpdated(String hostname, List<String> changes) implements Fact {

    public MachineUpdated {
        changes = List.copyOf(changes);
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).texts("changes", changes);
    }
}
