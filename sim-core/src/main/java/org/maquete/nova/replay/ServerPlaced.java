package org.maquete.nova.replay;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server has been claimed on a host and built. */
public record ServerPlaced(int request, int host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", Integer.toString(request));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("request", request).number("host", host);
    }
}
