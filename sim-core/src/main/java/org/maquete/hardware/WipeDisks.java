package org.maquete.hardware;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** Overwrites all disks of a machine but leaves the one it boots from in its use. */
public record WipeDisks(String machine) implements Command {

    @Override
    public Ref subject() {
        return new Ref("machine", machine);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("machine", machine);
    }
}
