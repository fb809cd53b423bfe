package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server is in another state, and has a host or none. */
public record ServerStateSet(String uuid, String host, ServerState state) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("host", host)
                .text("vmState", state.vm())
                .text("taskState", state.task())
                .number("powerState", state.power());
    }
}
