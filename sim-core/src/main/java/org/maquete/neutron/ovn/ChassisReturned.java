package org.maquete.neutron.ovn;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** All others hear a chassis again, by BFD. */
public record ChassisReturned(String chassis) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("chassis", chassis);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("chassis", chassis);
    }
}
