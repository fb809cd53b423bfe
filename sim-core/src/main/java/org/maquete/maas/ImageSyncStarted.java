package org.maquete.maas;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/**
 * MAAS downloads a boot image.
 *
 * @param dueNs when it is there
 * @param due the end
 */
public record ImageSyncStarted(String name, long dueNs, EventId due) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("boot-image", name);
    }

    @Override
    public void encode(Sink sink) {
        sink.text("name", name).number("dueNs", dueNs);
    }
}
