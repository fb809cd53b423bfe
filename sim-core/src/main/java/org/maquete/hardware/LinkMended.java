package org.maquete.hardware;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** The switch port behind a port of a machine is enabled again. */
public record LinkMended(String machine, String nic) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("nic", nic);
    }
}
