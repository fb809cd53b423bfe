package org.maquete.ceph;

import org.maquete.kernel.Command;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A client whose write to this pool is not carried out wants to hear when it is. */
public record AwaitPool(String pool) implements Command {

    @Override
    public Ref subject() {
        return new Ref("pool", pool);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("pool", pool);
    }
}
