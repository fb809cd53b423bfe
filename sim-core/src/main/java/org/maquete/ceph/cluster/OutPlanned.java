package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An OSD that stays down will be marked out; 0 when it will not. */
public record OutPlanned(int osd, long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("dueNs", dueNs);
    }
}
