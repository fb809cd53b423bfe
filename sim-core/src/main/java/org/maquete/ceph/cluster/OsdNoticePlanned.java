package org.maquete.ceph.cluster;

import org.maquete.kernel.EventId;
import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** News of an OSD are on their way to the monitors; {@code NONE} when they are not any more. */
public record OsdNoticePlanned(int osd, Notice notice, long dueNs, EventId event) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).text("notice", notice.name()).number("dueNs", dueNs);
    }
}
