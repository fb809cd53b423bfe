package org.maquete.nova;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** A server is on its way from one state to another. */
public record ServerStateSet(String uuid, String status, String vmState, String taskState)
        implements Fact {

    @Override
    public Ref subject() {
        return new Ref("server", uuid);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("uuid", uuid)
                .text("status", status)
                .text("vmState", vmState)
                .text("taskState", taskState);
    }
}
