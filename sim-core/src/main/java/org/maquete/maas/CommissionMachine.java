package org.maquete.maas;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * Looks at the hardware of a machine and tests it.
 *
 * @param tests whether hardware tests follow
 */
public record CommissionMachine(String hostname, boolean tests) implements Command {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).flag("tests", tests);
    }
}
