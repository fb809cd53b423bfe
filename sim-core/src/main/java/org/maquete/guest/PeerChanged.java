package org.maquete.guest;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** NGINX chose a server of an upstream, or gave it up for a while. */
record PeerChanged(Peer row) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("upstream server", row.key());
    }

    @Override
    public void encode(Sink sink) {
        row.encode(sink);
    }
}
