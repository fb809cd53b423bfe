package org.maquete.neutron;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Tells the hosts of all ports that are not plugged about them: OVN works again. */
public record PlugWaitingPorts() implements Command {

    @Override
    public Ref subject() {
        return Ref.NONE;
    }

    @Override
    public void encode(Sink sink) {
        // it names nothing
    }
}
