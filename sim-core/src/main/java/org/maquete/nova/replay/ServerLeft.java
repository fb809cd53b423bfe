package org.maquete.nova.replay;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server has been deleted; what it took of its host is free. */
public record ServerLeft(int request, int host) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", Integer.toString(request));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("request", request).number("host", host);
    }
}
