package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Changes what MAAS knows of a machine.
 *
 * @param changes {@code name=value}, as in the API
 */
public record UpdateMachine(String hostname, List<String> changes) implements Command {

    public UpdateMachine {
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
