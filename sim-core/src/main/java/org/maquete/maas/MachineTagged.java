package org.maquete.maas;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A machine has a tag, or no longer. */
public record MachineTagged(String hostname, String tag, boolean present) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("maas-machine", hostname);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("hostname", hostname).text("tag", tag).flag("present", present);
    }
}
