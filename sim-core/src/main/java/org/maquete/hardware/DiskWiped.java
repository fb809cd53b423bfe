package org.maquete.hardware;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Nothing is left on a disk. */
public record DiskWiped(String machine, String disk) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("disk", machine + " " + disk);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine).text("disk", disk);
    }
}
