package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A service of a guest started, stopped, or read its configuration again. */
record DaemonChanged(Daemon row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("daemon", row.key());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
