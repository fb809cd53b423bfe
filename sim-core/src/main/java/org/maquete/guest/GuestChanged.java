package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** apt installed something, or a user joined a group. */
record GuestChanged(Guest row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", row.server());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
