package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Runs hardware tests on a machine.
 *
 * @param scripts by name, hardware type or tag; empty for the usual ones
 */
public record TestMachine(String hostname, List<String> scripts) implements Command {

    public TestMachine {
        scripts = List.copyOf(scripts);
    }

    /** The usual tests. */
    public TestMachine(String hostname) {
        this(hostname, List.of());
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).texts("scripts", scripts);
    }
}
