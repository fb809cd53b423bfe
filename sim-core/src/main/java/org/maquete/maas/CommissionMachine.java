package org.maquete.maas;

import java.util.List;
import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Looks at the hardware of a machine and tests it.
 *
 * @param tests whether hardware tests follow
 * @param scripts these, by name, hardware type or tag; empty for the usual ones
 */
public record CommissionMachine(String hostname, boolean tests, List<String> scripts)
        implements Command {

    public CommissionMachine {
        scripts = List.copyOf(scripts);
    }

    /** With the usual tests, or none. */
    public CommissionMachine(String hostname, boolean tests) {
        this(hostname, tests, List.of());
    }

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).flag("tests", tests).texts("scripts", scripts);
    }
}
