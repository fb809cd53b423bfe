package org.maquete.nova.replay;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** No valid host was found. */
public record ServerRefused(int request) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", Integer.toString(request));
    }

    @Override
    public void encode(Sink sink) {
        sink.number("request", request);
    }
}
