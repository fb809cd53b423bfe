package org.maquete.host;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * A host began to boot.
 *
 * @param dueNs when it will be up if nothing happens
 * @param boot the pending event
 */
public record BootStarted(String name, long dueNs, EventId boot) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("host", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).number("dueNs", dueNs);
    }
}
