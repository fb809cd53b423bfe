package org.maquete.ceph.cluster;

import org.maquete.kernel.Fact;
import org.maquete.kernel.Ref;
import org.maquete.world.Sink;

/** An OSD is a more or less likely primary. */
public record PrimaryAffinitySet(int osd, int affinityFixed16) implements Fact {

    @Override
    public Ref subject() {
        return new Ref("osd", "osd." + osd);
    }

    @Override
    public void encode(Sink sink) {
        sink.number("osd", osd).number("affinityFixed16", affinityFixed16);
    }
}
